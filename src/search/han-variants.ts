/**
 * Characters that are one word in different norms: traditional, simplified and older Japanese forms to the form in
 * current Japanese use. Limited to characters that occur in names of this field of history.
 */
const GROUPS =
	'國国 條条 约約 戰战戦 爭争 滿满満 苏蘇 联聯连連 罗羅 议議 會会 谈談 领領 问問 题題 东東 军軍 岛嶋島 关關関 诺諾 对對対 华華 亚亞亜 虜虏 营營 历歷歴 书書 义義 ' +
	'权權権 黨党 产產 农農 变變変 擊击撃 杀殺 殘残 遗遺 归歸帰 还還 邊边辺 线線 圖图図 张張 门門 冲衝 圓圆円 龙龍竜 澤泽沢 廣广広 櫻樱桜 县縣県 臺台 灣湾 辽遼 宁寧 顺順 ' +
	'參参 谋謀 實实実 驗验験 细細 團团団 签簽 订訂 缔締 结結 协協 时時 纪紀 纳納 乌烏 兰蘭 坝壩 尔爾 干幹 齐齊斉 斋齋斎 泷瀧滝 籐藤 冈岡 淺浅 德徳 穀谷 萬万 總总総 ' +
	'统統 长長 發发発 动動 机機 獨独 传傳伝 單单単 雙双 难難 讓让譲 專专専 贸貿 號号 處处処 來来 樂乐楽 舊旧 證证証 譯译訳 讀读読 續续続 絕绝絶 經经経 濟济済 將将 繼继継 ' +
	'隨随 觀观観 劝勸 勞劳労 榮荣栄 胜勝 负負 补補 给給 进進 选選 运運 远遠 库庫 页頁 萨薩 维維 别別 谢謝 伪偽 满満';

/** Each variant and the form it is folded to: the last of its group. */
export const HAN_VARIANTS: ReadonlyMap<string, string> = new Map(
	GROUPS.split(' ').flatMap((group) => {
		const forms = [...group];
		const target = forms.at(-1)!;
		return forms.slice(0, -1).map((form) => [form, target] as const);
	}),
);
