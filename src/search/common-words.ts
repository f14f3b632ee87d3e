/**
 * Words of every day, in their dictionary form. The dataset is small, so that many of them occur in it once or never and
 * would seem to say more than the name beside them.
 */
import { conceptOf } from './concepts.ts';
import { fold } from './fold.ts';
import { STRANGERS } from './strangers.ts';
import { mattersOf } from './thesaurus.ts';
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
	'большой время вода год дверь день дом друг еда жизнь завтра игра книга кот кошка купить любить люблю любовь маленький машина мама музыка неделя ночь папа песня погода привет работа рецепт ребёнок сегодня собака солнце спасибо стол телефон утро фильм хороший цена человек читать школа ' +
	'ability accept accident account achieve act action activity actor actress adult adventure advertise advice afternoon agree ahead airport alarm album alcohol alive allow alphabet amazing ambulance anime ankle announce annual ant apartment app apply appointment april area argue arrive artist asleep assignment athlete attend attention aunt autumn average avocado avoid award aware ' +
	'backpack bacon badly bake balance balloon banana bank bargain bark baseball basic basket basketball bat bath battery bean beard beautifully bee beef beetle behaviour bench bend berry bet bicycle billion biology bite bitter blanket blah blind blink block blog blonde boat boil bone boot bored boring borrow boss bother bounce bow boyfriend branch brave break breathe breeze brick bride bright broken browser brush bubble bucket budget bug burger burn bush business busy butter butterfly button ' +
	'cabin cactus calculator calendar calm camera camp cancer candle candy cap captain carpet carrot cartoon cash casino castle celebrate celebrity ceremony certificate chain champion championship channel charger charm chat chatbot cheat cheek cheer chef chemistry chess chest chew childhood chin chocolate choir cigarette cinema circle circus classroom clever client climate clinic cloud clown coach coast cocktail coconut coin colleague college comb comedy comfort comic comment commercial common company compare competition complain compliment concert confident confused connect contact contain contest continue contract control conversation cookie copy cotton cough counter couple courage course cousin crab crash crayon credit creep crew cricket crime crocodile crop crossword crowd cruel crush cucumber cupboard curious curly current curtain custom customer cycle ' +
	'dancer dancing date dating deadline deaf deal debate decide decision decorate deer degree delay delivery dentist depend depression describe desert deserve despacito dessert destroy device diamond diary dice dictionary diet digital dinosaur diploma dirty disappear discord discount discuss disease disgusting dive divorce docker doctor document doll dolphin donkey donut doubt dozen dragon drama drawer driver drum duck dumb dust duty ' +
	'earthquake ease easter economy editor education effort elbow elderly election electric elephant elevator elf embarrassed employ engine engineer enjoy enormous enter entertainment envelope environment episode equal eraser escape essay exhausted exit expensive experience expert extra ' +
	'facebook factor fairy faith fake fantastic fantasy fashion fault fear feather fee female fence festival fever fiction field fight figure finger finish fireman firework fitness flag flame flat flavour flood flu flute foam fold folder folk fool forecast forehead forest fork formula fortnite fountain frame freedom freeze french fries frequent fridge frog frozen fry fuel furniture future ' +
	'gadget galaxy gallery gamer garage garbage garlic gate gear gender generate gentle ghost giant ginger giraffe girlfriend glove glue goal goat gold gossip grade graduate grammar grandma grandpa grape graph gravity greedy grocery groom guest guide guilty gum gun ' +
	'habit hacker hairdresser halloween hamburger hammer hamster handbag handle handsome happy harbour harm harvest hashtag headache headphones health healthy heaven helicopter helmet helpful hen hero hilarious hire hockey hollow honest honey honeymoon hood hook horoscope horrible horror hostel huge hug humor hunt hurry hurricane hyper ' +
	'icecream icon identity idiot ignore illness imagine impossible improve income increase industry infection ingredient insect install insurance interest interesting interview introduce invent invite iphone iron itch ' +
	'jam jar jazz jeans jelly jewel jogging joy jungle junk kangaroo karaoke karate ketchup keyboard kettle kick kidney kill king kite kitten knee knock knowledge koala ' +
	'ladder lake lamb lamp language lava lawn lawyer layer leader leather lecture lemon lemonade lesson letter library licence lift lightning limit lipstick liquid list litter liver lizard loan lobster lollipop lonely lorem lottery loud lucky luggage lunchbox lung luxury lyrics ' +
	'machine magazine magnet makeup mall manager mango manner map marble mark massage matrix mattress maybe mayor meaning measure mechanic medal member memory menu mermaid mess method microwave midnight mile million minecraft mistake mixture model modern moment monster mosquito motor motorcycle mud muffin multiply murder muscle museum mushroom musician mustard mystery ' +
	'naked naruto nature naughty needle neighbor neighbour nephew nerve nervous nest netflix ninja noodle normal notebook novel nurse nut nutrition ' +
	'ocean octopus office officer olympic omelette onion opera opinion opportunity option orchestra ordinary organ organize original oxygen ' +
	'package pain palace pancake panda panic paper paradise parent parking parrot passenger passport pasta patient pattern peace peach peanut pear penguin pepperoni perfect perform perfume permission personality photograph physics pickle picnic picture pigeon pillow pilot pineapple pink pipe pirate pizzeria plane planet plant plastic plate playground playlist pleasant plumber pocket poem poet poetry poison pokemon polar police policeman polite pollution pond pony popcorn popular porridge position possible post poster pound powder practice pray prayer predict prefer pregnant present pretend prevent princess prince print printer prison private prize produce professor profile promise protein proud proof psychology pub publish pudding pump pumpkin punch punish puppy purple purpose purse puzzle ' +
	'quality quantum quarter quiz rabbit radiator rainbow raincoat ranking rare raw reach react reality realize reason receipt record recover recycle reddit reflect refrigerator regret relationship relax release religion remote remove rent repair repeat reply report request rescue research respect responsible rest result retire return reveal reward rhyme rhythm ribbon riddle rifle ripe risk rival roast rob rocket romance romantic roommate root rope rough routine rubber rude rugby ruler rumor ' +
	'sail salary salmon sample sandals satellite sauce sausage scarf scary schedule scholarship science scientist scissors scooter score scream screenshot screw script sea search secret secretary seed selfie senior sensitive sentence separate shadow shake shame shampoo shark sharp shave sheep sheet shelf shine shock shoot shore shoulder shout shovel shrimp shy siblings sick signal silence silk silly silver single sink sir situation skate skateboard skeleton ski skill skirt skull slave sleepy slice slide slim slipper snack snail snake sneaker soap social sock sofa soft software soil solar solution solve sore sorry soul sound sour space spaghetti spare speaker species speech spicy spin spirit spoil spotify spray squad square squirrel stadium staff stage stamp standard statue steal steam steel stick sticky stitch stranger straw strawberry stream strength stress stretch strike string stripe student studio stuff style success sudoku suit suitcase sunglasses sunny sunset superhero supermarket superman surf surgery surprise survive sushi swallow swan swear sweater sweep swimming switch sword symptom syrup system ' +
	'tablet tail talent tattoo tax teacher tear tease teenager temperature temple tennis tent terrible textbook theater theatre theory therapy thief thirsty thought thread throat thumb thunder tiger tight tiktok tile tinder tiny tip tire tissue title toast toe toilet tomato tongue torch tornado tortoise tourist towel tower town toy track tractor train trainer translation trash travel treasure treat trend trial triangle trick tropical trousers truck trumpet trust truth tshirt tube tuition tuna tunnel turkey turtle tutorial tuxedo twin twitch twitter typical ' +
	'ufo unicorn uniform universe university upset urgent username valentine valley value vampire van vanilla vegan vehicle vein victim village violin virgin vision visit vitamin voice volcano volleyball volume vote wage waist waiter waitress wallet wallpaper walnut warehouse warning wasp waste waterfall watermelon wave weak wealth weapon weird whale whatsapp wheel whisper whistle wifi wild wing wire wise witch witness wizard wool workout worm worse worst wound wrap wrestling wrist writer xbox yard yawn yoga yogurt youth youtube zebra zero zipper zodiac zombie zoo ' +
	'борщ блин блины пельмени торт салат молоко хлеб мясо рыба чай кофе пиво водка яблоко картошка кино фильмец сериал мультик футбол хоккей баскетбол теннис чемпионат матч ' +
	'магазин аптека больница врач школа университет экзамен учитель студент отпуск билет поезд самолёт автобус метро квартира ремонт зарплата курс доллар евро биткоин гороскоп сон подарок праздник день рождения свадьба муж жена брат сестра бабушка дедушка ' +
	'компьютер интернет сайт пароль скачать бесплатно онлайн смешной анекдот стих рэп танец одежда обувь платье волосы кожа зуб голова живот болит лекарство';

/** The terms of words, read for the first question: a start need not wait for it. */
function termsOf(words: string, isOne: (token: Token) => boolean = () => true): () => ReadonlySet<string> {
	let terms: ReadonlySet<string> | undefined;
	return () =>
		(terms ??= new Set(
			tokenise(fold(words))
				.filter(isOne)
				.map(({ term }) => term),
		));
}

const common = termsOf(WORDS);

/** Countries and peoples beside those of the dataset: who asks about one of them does not mean what never speaks of it. */
const states = termsOf(
	'america american usa austria austrian belgium belgian brazil britain british england english canada canadian cuba cuban egypt egyptian finland finnish france french germany german greece greek holland dutch ' +
		'hungary hungarian india indian iran iraq ireland irish israel italy italian mexico mexican ottoman poland polish portugal portuguese rome roman scotland scottish spain spanish sweden swedish turkey turkish ' +
		'vietnam vietnamese czechoslovakia afghanistan romania bulgaria yugoslavia serbia norway denmark switzerland swiss lebanon syria israel palestine pakistan cambodia algeria argentina chile peru америка американский германия немецкий англия английский франция французский италия польша польский турция вьетнам индия',
);

/** Whether a word names such a country or people. */
export function isOtherState({ term }: Token): boolean {
	return states().has(term);
}

/** Whether a word is one of those that any text on anything has. */
export function isCommonWord({ script, term }: Token): boolean {
	return (script === 'latin' || script === 'cyrillic') && common().has(term);
}

/** Words of which this history speaks say something here, however common they are. */
const plain = termsOf(`${PLAIN} ${STRANGERS}`, (token) => conceptOf(token) === undefined && mattersOf(token).length === 0);

/** Whether a word shows nothing of what is meant. */
export function isPlainWord({ script, term }: Token): boolean {
	if (script === 'digits') return term.length === 1;
	return (script === 'latin' || script === 'cyrillic') && isCommonTerm(term);
}

/** Whether a term of the index is such a word: nobody misspells a name into one. */
export function isCommonTerm(term: string): boolean {
	return common().has(term) || plain().has(term);
}

const strangers = termsOf(STRANGERS);

/** Whether a word is a well-known name of the rest of the world. */
export function isStranger({ term }: Token): boolean {
	return strangers().has(term);
}
