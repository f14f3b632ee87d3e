/** Who asks where there is no Discord: at a terminal or on the playground's page. */
import type { Asker } from '../answer.ts';
import { ALL_PERMISSIONS } from '../permissions.ts';

/** The asker may do everything: it is the host, or somebody whom the host lets try things out. */
export function localAsker(asker: Pick<Asker, 'channelId' | 'displayName' | 'front' | 'guildId' | 'userId'>): Asker {
	return { ...asker, canSeePictures: asker.front !== 'terminal', isExternal: false, permissions: ALL_PERMISSIONS };
}
