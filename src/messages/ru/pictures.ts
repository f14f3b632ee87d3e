/** What stands on pictures, and what is said of them to those who do not see them. */
import type { pictures as english } from '../en/pictures.ts';
import type { Translated } from '../index.ts';

export const pictures: Translated<typeof english> = {
	'map.alt': 'Карта с метками под буквами. {pins}',
	'map.alt-pin': '{letter}: {at}.',
	'map.alt-pin-named': '{letter}, {name}: {at}.',
	'map.pin': '{letter} ({at})',
	'map.pin-named': '{letter} {name}',
	'map.place': '{name}, {at}',
	'map.scale': '{km} км',
	'map.sea.arctic': 'Северный Ледовитый\nокеан',
	'map.sea.atlantic': 'Атлантический океан',
	'map.sea.baltic': 'Балтийское море',
	'map.sea.bering': 'Берингово море',
	'map.sea.black': 'Чёрное море',
	'map.sea.caspian': 'Каспийское\nморе',
	'map.sea.east-china': 'Восточно-\nКитайское море',
	'map.sea.japan': 'Японское море\n(Восточное море)',
	'map.sea.kara': 'Карское море',
	'map.sea.mediterranean': 'Средиземное море',
	'map.sea.north': 'Северное\nморе',
	'map.sea.okhotsk': 'Охотское море',
	'map.sea.pacific': 'Тихий океан',
	'map.sea.south-china': 'Южно-\nКитайское море',
	'map.sea.yellow': 'Жёлтое\nморе',
};
