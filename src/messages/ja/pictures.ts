/** What stands on pictures, and what is said of them to those who do not see them. */
import type { pictures as english } from '../en/pictures.ts';
import type { Translated } from '../index.ts';

export const pictures: Translated<typeof english> = {
	'map.alt': '記号つきのピンを立てた地図。{pins}',
	'map.alt-pin': '{letter}：{at}。',
	'map.alt-pin-named': '{letter}、{name}：{at}。',
	'map.pin': '{letter}（{at}）',
	'map.pin-named': '{letter} {name}',
	'map.place': '{name}（{at}）',
	'map.scale': '{km}キロ',
	'map.sea.arctic': '北極海',
	'map.sea.atlantic': '大西洋',
	'map.sea.baltic': 'バルト海',
	'map.sea.bering': 'ベーリング海',
	'map.sea.black': '黒海',
	'map.sea.caspian': 'カスピ海',
	'map.sea.east-china': '東シナ海',
	'map.sea.japan': '日本海\n（東海）',
	'map.sea.kara': 'カラ海',
	'map.sea.mediterranean': '地中海',
	'map.sea.north': '北海',
	'map.sea.okhotsk': 'オホーツク海',
	'map.sea.pacific': '太平洋',
	'map.sea.south-china': '南シナ海',
	'map.sea.yellow': '黄海',
};
