/**
 * Words of every day, in their dictionary form. The dataset is small, so that many of them occur in it once or never and
 * would seem to say more than the name beside them.
 */
import { fold } from './fold.ts';
import { type Token, tokenise } from './tokens.ts';

const WORDS =
	'able actual almost alone along already although always amount angry anybody anymore anyone anything anywhere apart around aside away awful bad basically become beforehand behave behind ' +
	'believe belong below beside best better beyond bunch busy certain clear come complete completely consider could couple definitely different difficult directly done down during ' +
	'early easy either else enough entire especially even eventually everybody everyone everything exact except exist expect explain fact fairly famous feel few final find fine former forward full further general ' +
	'get go good great guess guy half happen hard hardly hope huge immediately important indeed instead intend inside involve just keep kind large last late later least less like likely ' +
	'look lot low main major make matter maybe mention mere middle moment nearby near nearly necessary never nice nobody nothing notice obviously occur odd often okay old once other otherwise outside own ' +
	'particular perhaps pick pretty probably put quick quite rather ready real recent regard remain right same say second see seem serious several similar simple simply since single ' +
	'small somebody somehow someone something sometimes soon start still stop stuff such suddenly suppose sure take talk tell thing think throughout together total toward towards try turn twice type unless ' +
	'unlike use usual various view way well while whole wide within without wonder word worth wrong yes yet ' +
	'бывать важный весь взять вместе вообще всё вся говорить давать дать делать дело должен другой думать есть ещё знать идти именно иметь каждый казаться кажется конечно который кроме лучше любой можно называться ' +
	'например настоящий никто ничего нужно один однако пойти пока получить понять потом почти просто прямо разный самый сделать сейчас сказать слышать смочь снова совсем сразу стать считать так такой там тогда тоже ' +
	'только уже узнать хотеть хотя часто что-то число количество численность';

/** Words of the rest of life, and of any story: they may be asked about here too, but never show that something here is meant. */
const PLAIN =
	'address age air animal answer apple arm art ask baby back bad bag ball band bar bathroom beach bear beautiful bed beer bell bike bill bird birthday bit blood blow blue board body bot bottle bottom bowl box boy brain bread breakfast ' +
	'breath brother brown bus button buy cake call car card care cat cause cell chair chance change character cheap cheese chicken choose church clean click climb clock close clothes club coat code coffee cold collect color colour ' +
	'computer cook cool copy corner correct cost cover cow crazy cream create cross cry cup cut cute dad dance danger dark daughter dear deep delicious design desk detail dinner discover dish dog dollar door double doubt download draw dream ' +
	'dress drink drive drop dry ear earn eat edge egg email empty energy error evening event exam example exercise explain eye face fail fair family fan farm fast fat father favorite favourite feed feeling file fill fire first fish fit fix ' +
	'flight floor flower fly follow food foot football forever forget fox fresh fridge fruit fun funny game garden gas gift girl glad glass god golf grass gray great green grey grow guitar gym hair hand hang hat hate head hear heart ' +
	'heat heavy height hello hey hi high hill hit hobby hole holiday homework horse hospital hot hotel hour house human hungry hurt husband ice idea image inch internet issue item jacket job joke juice jump key kid kiss kitchen knife laptop laugh ' +
	'lazy leaf learn leg lesson life light line link lion listen live lock login lol long lost love lovely luck lunch mad magic mail man market marry math meal meat medicine menu message metal milk mind minute mirror miss mix mobile mom monkey month mood moon morning mother mountain ' +
	'mouse mouth movie mum music nail neck need network news nice night noise nose notification number nurse oil onion online open orange order oven paint pair pants park partner pass password pen pencil pepper pet phone photo piano pick pie pig pill pizza ' +
	'player pocket pool poor pop potato price prize problem program programme pull push queen question quick quiet race radio rain rat ready recipe red refund reset restaurant rice rich ride ring river road robot rock roof room rose round rule run sad safe salad salt sandwich save screen ' +
	'season seat second sell sentence serious server set sex shape share shirt shoe shop shopping short show shower shut sick side sign simple sing sister size skin sky sleep slow smart smell smile snow soap soccer song soup speed spell spider spoon sport spring stair star steak ' +
	'stomach store story straight strange street strong stupid subject sugar summer sun supper sweet swim table tall taste taxi tea team teeth test thank thanks thick thin throw ticket tie time tired today tomorrow tonight tool tooth top touch toy traffic translate tree trip trouble true tv ' +
	'ugly umbrella uncle user vacation vegetable video virus wait wake walk wall warm wash watch water wear weather website wedding week weekend weight wet white wife wifi win wind window wine winter wish wolf wood work world worry write yellow yesterday young ' +
	'большой время вода год дверь день дом друг еда жизнь завтра игра книга кот кошка купить любить люблю любовь маленький машина мама музыка неделя ночь папа песня погода привет работа рецепт ребёнок сегодня собака солнце спасибо стол телефон утро фильм хороший цена человек читать школа';

/** The terms of words, read for the first question: a start need not wait for it. */
function termsOf(words: string): () => ReadonlySet<string> {
	let terms: ReadonlySet<string> | undefined;
	return () => (terms ??= new Set(tokenise(fold(words)).map(({ term }) => term)));
}

const common = termsOf(WORDS);

/** Countries and peoples beside those of the dataset: who asks about one of them does not mean what never speaks of it. */
const states = termsOf(
	'america american usa austria austrian belgium belgian brazil britain british england english canada canadian cuba cuban egypt egyptian finland finnish france french germany german greece greek holland dutch ' +
		'hungary hungarian india indian iran iraq ireland irish israel italy italian mexico mexican ottoman poland polish portugal portuguese rome roman scotland scottish spain spanish sweden swedish turkey turkish ' +
		'vietnam vietnamese америка американский германия немецкий англия английский франция французский италия польша польский турция вьетнам индия',
);

/** Whether a word names such a country or people. */
export function isOtherState({ term }: Token): boolean {
	return states().has(term);
}

/** Whether a word is one of those that any text on anything has. */
export function isCommonWord({ script, term }: Token): boolean {
	return (script === 'latin' || script === 'cyrillic') && common().has(term);
}

const plain = termsOf(PLAIN);

/** Whether a word shows nothing of what is meant. */
export function isPlainWord({ term }: Token): boolean {
	return common().has(term) || plain().has(term) || /^\d$/.test(term);
}

/** Whether a term of the index is such a word: nobody misspells a name into one. */
export function isCommonTerm(term: string): boolean {
	return common().has(term) || plain().has(term);
}
