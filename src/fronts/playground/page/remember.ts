/** The browser's memory, which some visitors have switched off: then things are remembered until the page is left. */

const substitute = new Map<string, string>();

export interface Memory {
	get(key: string): string | null;
	/** Whether there was room for it. */
	set(key: string, value: string): boolean;
}

const open = (storage: () => Storage): Memory => ({
	get(key) {
		try {
			return storage().getItem(key) ?? substitute.get(key) ?? null;
		} catch {
			return substitute.get(key) ?? null;
		}
	},
	set(key, value) {
		try {
			storage().setItem(key, value);
			return true;
		} catch {
			substitute.set(key, value);
			return false;
		}
	},
});

/** As long as the tab is open. */
export const tab = open(() => sessionStorage);
/** For good. */
export const browser = open(() => localStorage);
