/**
 * Cities where treaties are signed, or said to have been, by their names in every language: the dataset has entries for few of them, and
 * states the place in English.
 */

/** One a line: names and stems of names, folded, the English one first. */
const CITIES = [
	'moscow москв モスクワ',
	'tokyo токио 東京',
	'petersburg petrograd leningrad петербург петроград ленинград サンクトペテルブルク ペテルブルク ペテルスブルク ペトログラード',
	'beijing peking пекин 北京',
	'nanjing nanking нанкин 南京',
	'edo эдо 江戸',
	'shimoda симод 下田',
	'yokohama иокогам йокогам 横浜',
	'nagasaki нагасак 長崎',
	'hakodate хакодат 函館',
	'shimonoseki симоносек 下関',
	'portsmouth портсмут ポーツマス',
	'washington вашингтон ワシントン',
	'francisco франциск サンフランシスコ',
	'london лондон ロンドン',
	'paris париж パリ',
	'versailles версал ベルサイユ ヴェルサイユ',
	'geneva женев ジュネーブ ジュネーヴ',
	'berlin берлин ベルリン',
	'potsdam потсдам ポツダム',
	'vienna вен ウィーン',
	'rome рим ローマ',
	'warsaw варшав ワルシャワ',
	'budapest будапешт ブダペスト',
	'yalta ялт ヤルタ',
	'cairo каир カイロ',
	'tehran teheran тегеран テヘラン',
	'irkutsk иркутск イルクーツク',
	'khabarovsk хабаровск ハバロフスク',
	'vladivostok владивосток ウラジオストク ウラジオストック',
	'harbin харбин ハルビン',
	'mukden shenyang мукден шэньян 奉天 瀋陽',
	'ulaanbaatar ulanbator улан ウランバートル',
	'seoul сеул ソウル',
	'pyongyang пхеньян 平壌',
].map((line) => line.split(' '));

/** Endings of Russian cases. */
const ENDING_MAX = 3;

/** The city that a folded word names, by its English name; `undefined` for a word that names none of these. */
export function cityOf(word: string): string | undefined {
	const isName = (name: string) =>
		word === name || (/^\p{Script=Cyrillic}/u.test(name) && word.startsWith(name) && word.length - name.length <= ENDING_MAX);
	return CITIES.find((names) => names.some(isName))?.[0];
}
