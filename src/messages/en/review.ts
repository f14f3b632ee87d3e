/** Review and leaderboard. */
export const review = {
	'leaderboard.button.join': 'Show my name to others',
	'leaderboard.button.leave': 'Hide my name',
	'leaderboard.button.mine': 'My place',
	'leaderboard.button.post': 'Show in this channel',
	'leaderboard.footer':
		'{players, plural, =0 {No players} one {One player} other {# players}} · page {page, number} of {pages, number} · a question counts once a day for each player; weeks begin on Monday, UTC',
	'leaderboard.joined': 'Your name now stands in the leaderboards of every server where you play.',
	'leaderboard.left': 'Your name is out of the leaderboards: others see “a player”.',
	'leaderboard.line':
		'{rank, number}. {who, select, you {**you**} youNamed {**{name}** (you)} named {**{name}**} other {a player}}: {points, plural, one {# point} other {# points}} ({known, number} of {answered, number} known)',
	'leaderboard.no-name': 'That name has no letters that can be shown. Choose another one.',
	'leaderboard.nobody':
		'Nobody has points {scope, select, server {in this server} channel {in this channel} other {anywhere}} yet. A quiz gives some.',
	'leaderboard.own': 'Your place: **{rank, number}** of {players, number}, with {points, plural, one {# point} other {# points}}.',
	'leaderboard.own.named': '-# Others see you as {name}.',
	'leaderboard.own.none': 'You have no points here yet.',
	'leaderboard.own.unnamed': '-# Others see you as “a player”.',
	'leaderboard.period.all-time': 'All time',
	'leaderboard.period.week': 'This week',
	'leaderboard.scope.channel': 'This channel',
	'leaderboard.scope.everywhere': 'Everywhere',
	'leaderboard.scope.server': 'This server',
	'leaderboard.title':
		'Leaderboard: {scope, select, server {this server} channel {this channel} other {everywhere}}, {period, select, week {this week} other {all time}}',
	'review.added':
		'{count, plural, =0 {There was nothing to add: you have these questions already.} one {One new question was added.} other {# new questions were added.}}',
	'review.between': '◐ You said {given}: between what the sources give, or near it.',
	'review.button.drop': 'Do not ask again',
	'review.button.missed': 'Add what I missed in quizzes ({count, number})',
	'review.button.recall': '{recall} · {interval}',
	'review.button.show': 'Show the answer',
	'review.button.start': 'Review now',
	'review.button.stop': 'Stop for now',
	'review.button.undo': 'Undo that rating',
	'review.changed': '-# That question is done with, or has changed since. Here is what comes next.',
	'review.dropped': '-# {count, plural, =0 {That question had been taken away already.} other {You will not be asked that again.}}',
	'review.export.anki':
		'{count, plural, one {One question} other {# questions}} for Anki: choose File, then Import, and this file. Anki makes a deck named Variorum; imported again, the file brings its notes up to date.{gone, plural, =0 {} one { One question is left out: as the dataset stands, it cannot be asked in your language.} other { # questions are left out: as the dataset stands, they cannot be asked in your language.}}',
	'review.export.citation': '{reference} ({at})',
	'review.export.csv':
		'{count, plural, one {One question} other {# questions}} as a table.{gone, plural, =0 {} one { One question is left out: as the dataset stands, it cannot be asked in your language.} other { # questions are left out: as the dataset stands, they cannot be asked in your language.}}',
	'review.export.nothing': 'You review nothing yet, so there is nothing to take along. `/review add` adds questions.',
	'review.footer':
		'{isNew, select, yes {New question} other {Review}} · {due, number} due, {fresh, number} new · {reviews, number} done today · dataset {version}',
	'review.forecast.title': 'The coming days',
	'review.forecast.words':
		'-# {count, plural, one {One review} other {# reviews}} in the coming {days, number} days, most on {day} ({most, number}). New questions and what you forget come on top.',
	'review.how': 'How well did you know it?',
	'review.how-suggested': 'How well did you know it? It looks like **{suggested}**.',
	'review.interval.days': '{count, plural, one {# day} other {# days}}',
	'review.interval.hours': '{count, number} h',
	'review.interval.minutes': '{count, number} min',
	'review.interval.months': '{count, plural, one {# month} other {# months}}',
	'review.interval.years': '{count, plural, one {# year} other {# years}}',
	'review.kept': '-# Kept as *{recall}*: you will be asked that again {when}.',
	'review.menu.any': 'Any topic',
	'review.menu.learn': 'Learn ten new questions on a topic',
	'review.recall.again': 'Again',
	'review.recall.easy': 'Easy',
	'review.recall.good': 'Good',
	'review.recall.hard': 'Hard',
	'review.right': '✓ Right: {given}',
	'review.settings.held':
		'Your days change at midnight in {zone}, where it is {time} now. You begin {count, plural, =0 {no new question} one {one new question} other {up to # new questions}} in a day.',
	'review.settings.no-zone':
		'“{zone}” is no time zone that is known here. Pick one from the list that appears as you type, such as Europe/Moscow.',
	'review.summary.done': 'Nothing is due.',
	'review.summary.done-until': 'Nothing is due. The next question comes {when}.',
	'review.summary.due':
		'**{due, plural, =0 {Nothing} one {One question} other {# questions}} due** today{fresh, plural, =0 {} one {, and one new} other {, and # new}}.',
	'review.summary.empty':
		'You review nothing yet. Choose a topic below: you get ten questions, and each comes back just before you would forget it.',
	'review.summary.streak':
		'Streak: {count, plural, one {one day} other {# days in a row}}{today, select, yes {} other {, if you review today}}.',
	'review.summary.title': 'Your review',
	'review.summary.today': 'Reviewed today: {reviews, number}, of which you knew {remembered, number} ({share, number} %).',
	'review.summary.waiting':
		'{count, plural, one {One new question waits} other {# new questions wait}} for another day; `/review settings` says how many you begin in a day.',
	'review.type.label': 'The number',
	'review.type.no-form': 'A number can be typed only where a form can be opened. Show the answer instead.',
	'review.type.title': 'Your answer',
	'review.undo-late': 'That rating can no longer be taken back: the card was rated again or taken away since.',
	'review.undone': 'Taken back: here is the question again.',
	'review.wrong': '✗ You said {given}.',
} as const;
