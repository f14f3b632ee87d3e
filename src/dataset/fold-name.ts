/** Two names are the same name when only capitals, width or spaces tell them apart. */
export function foldName(name: string): string {
	return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}
