/**
 * Well-known names of the rest of the world and of its history. Nobody who types one of them has misspelt a name of here:
 * it stands for what it says or for nothing.
 */
export const STRANGERS =
	// Persons
	'achilles aristotle armstrong attila augustus bach barbarossa beethoven beyonce biden bin laden bismarck bolivar bonaparte botticelli brahms buddha byron caesar caligula calvin castro cervantes ceausescu chaplin charlemagne chaucer ' +
	'chopin cicero cleopatra clinton columbus confucius copernicus cromwell curie dali dante darwin descartes dickens diana disney drake dumas edison einstein eisenhower elizabeth elvis euclid faraday fermi feynman franco freud ' +
	'gagarin galileo gandhi garibaldi gaulle goebbels goering goethe gutenberg hamlet hannibal hawking hegel heidegger hemingway herodotus himmler homer hugo ieyasu jefferson jesus kafka kant kennedy kepler khomeini kubrick lafayette ' +
	'leonardo lincoln livingstone luther machiavelli madonna magellan mandela mendel merkel messi michelangelo milosevic montezuma montgomery mozart muhammad musk mussolini napoleon nero newton nietzsche nightingale nixon nobel nobunaga nostradamus ' +
	'obama odysseus orwell oppenheimer pascal pasteur patton pele pericles petain picasso pizarro plato plutarch pythagoras ramses raphael reagan rembrandt ribery richelieu rihanna robespierre rockefeller rommel ronaldo rousseau ' +
	'saddam saladin sartre schubert schumacher shakespeare socrates solomon spartacus spielberg suleiman tesla thatcher themistocles thucydides tito titian tolkien tolstoy trump turing tutankhamun verdi verne victoria vinci voltaire wagner wallenstein warhol zapata zeus zuckerberg hideyoshi ' +
	'наполеон кутузов суворов пушкин лермонтов достоевский толстой чехов гоголь гагарин королёв есенин маяковский высоцкий цой ломоносов менделеев чайковский разин пугачёв рюрик мамай батый ермак грозный невский донской минин пожарский ' +
	'цезарь гитлерюгенд бетховен моцарт эйнштейн ньютон дарвин колумб шекспир бисмарк робеспьер кромвель кеннеди трамп байден меркель наполеона ' +
	// Places, peoples and works
	'acropolis agincourt alamo amazon amsterdam antarctica argentina athens atlantis auschwitz australia austerlitz aztec babylon bangladesh barcelona bastille beatles belgrade berlin bosnia brazil brussels bulgaria byzantine ' +
	'california carthage chernobyl chicago chile colombia congo constantinople crecy croatia cuba cyprus dresden dublin dunkirk edinburgh egypt ethiopia everest falkland florence florida gallipoli geneva gettysburg ghana gibraltar greece grenada guernica ' +
	'haiti hastings havana hawaii helsinki hogwarts hollywood iceland inca iran iraq ireland israel jakarta jamaica jerusalem kenya kuwait lebanon lepanto libya lisbon liverpool luxembourg madagascar madrid malaysia malta manchester marathon marseille maya mecca mexico miami milan monaco montenegro morocco munich ' +
	'namibia naples nepal netherlands nicaragua nigeria normandy norway olympus pakistan palestine panama paraguay persia peru philippines pompeii pyramid rhodesia rwanda salamis sarajevo saratoga serbia somalia somme sparta stonehenge sudan suez syria tanzania texas thailand thermopylae ' +
	'titanic toledo toronto trafalgar troy tunisia uganda uruguay utrecht vatican venezuela venice verdun versailles vienna vietnam vikings viking waterloo westphalia yemen yorktown yugoslavia zimbabwe zulu ' +
	'crusade crusades renaissance reformation inquisition feudalism enlightenment holocaust apartheid brexit covid pandemic watergate ' +
	'ватерлоо аустерлиц бородино полтава куликово чернобыль афганистан ';
