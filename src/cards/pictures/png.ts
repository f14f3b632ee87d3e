/** From a drawing to a PNG. */
import { renderAsync } from '@resvg/resvg-js';
import type { Drawing } from './drawing.ts';
import { mapSvg } from './map.ts';

/** Half as wide again as it is thought, for screens with small dots. */
const PIXELS_WIDE = 1080;

/** Rejects where the machine has no renderer. */
export async function pngOf(drawing: Drawing): Promise<Uint8Array> {
	const image = await renderAsync(mapSvg(drawing), { fitTo: { mode: 'width', value: PIXELS_WIDE }, font: { loadSystemFonts: false } });
	return image.asPng();
}
