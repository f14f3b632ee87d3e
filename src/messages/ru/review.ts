/** Review and leaderboard. */
import type { review as english } from '../en/review.ts';
import type { Translated } from '../index.ts';

export const review: Translated<typeof english> = {
	'leaderboard.button.join': 'Показывать моё имя',
	'leaderboard.button.leave': 'Скрыть моё имя',
	'leaderboard.button.mine': 'Моё место',
	'leaderboard.button.post': 'Показать в канале',
	'leaderboard.footer':
		'{players, plural, =0 {Игроков нет} one {# игрок} few {# игрока} many {# игроков} other {# игрока}} · страница {page, number} из {pages, number} · вопрос засчитывается игроку раз в день; неделя начинается в понедельник, UTC',
	'leaderboard.joined': 'Теперь ваше имя стоит в рейтингах всех серверов, на которых вы играете.',
	'leaderboard.left': 'Ваше имя убрано из рейтингов: другие видят «игрок».',
	'leaderboard.line':
		'{rank, number}. {who, select, you {**Вы**} youNamed {**{name}** (вы)} named {**{name}**} other {игрок}}: {points, plural, one {# очко} few {# очка} many {# очков} other {# очка}} (верно {known, number} из {answered, number})',
	'leaderboard.no-name': 'В этом имени нет букв, которые можно показать. Выберите другое.',
	'leaderboard.nobody':
		'{scope, select, server {На этом сервере} channel {В этом канале} other {Нигде}} пока ни у кого нет очков. Их даёт викторина.',
	'leaderboard.own':
		'Ваше место: **{rank, number}** из {players, number}, {points, plural, one {# очко} few {# очка} many {# очков} other {# очка}}.',
	'leaderboard.own.named': '-# Другие видят вас под именем {name}.',
	'leaderboard.own.none': 'Здесь у вас пока нет очков.',
	'leaderboard.own.unnamed': '-# Другие видят вас как «игрок».',
	'leaderboard.period.all-time': 'За всё время',
	'leaderboard.period.week': 'За эту неделю',
	'leaderboard.scope.channel': 'Этот канал',
	'leaderboard.scope.everywhere': 'Везде',
	'leaderboard.scope.server': 'Этот сервер',
	'leaderboard.title':
		'Рейтинг: {scope, select, server {этот сервер} channel {этот канал} other {везде}}, {period, select, week {за эту неделю} other {за всё время}}',
	'review.added':
		'{count, plural, =0 {Добавлять нечего: эти вопросы у вас уже есть.} one {Добавлен # новый вопрос.} few {Добавлено # новых вопроса.} many {Добавлено # новых вопросов.} other {Добавлено # нового вопроса.}}',
	'review.between': '◐ Ваш ответ: {given} — между тем, что дают источники, или рядом.',
	'review.button.drop': 'Больше не спрашивать',
	'review.button.missed': 'Добавить ошибки из викторин ({count, number})',
	'review.button.recall': '{recall} · {interval}',
	'review.button.show': 'Показать ответ',
	'review.button.start': 'Повторять',
	'review.button.stop': 'Пока хватит',
	'review.button.undo': 'Отменить оценку',
	'review.changed': '-# Тот вопрос уже пройден или изменился. Вот следующий.',
	'review.dropped': '-# {count, plural, =0 {Тот вопрос уже был убран.} other {Этот вопрос больше не появится.}}',
	'review.export.anki':
		'{count, plural, one {# вопрос} few {# вопроса} many {# вопросов} other {# вопроса}} для Anki: выберите «Файл», затем «Импортировать» и этот файл. Anki создаст колоду Variorum; повторный импорт обновит её записи.{gone, plural, =0 {} one { # вопрос пропущен: при нынешних данных на вашем языке его задать нельзя.} few { # вопроса пропущено: при нынешних данных на вашем языке их задать нельзя.} many { # вопросов пропущено: при нынешних данных на вашем языке их задать нельзя.} other { # вопроса пропущено: при нынешних данных на вашем языке их задать нельзя.}}',
	'review.export.citation': '{reference} ({at})',
	'review.export.csv':
		'{count, plural, one {# вопрос} few {# вопроса} many {# вопросов} other {# вопроса}} таблицей.{gone, plural, =0 {} one { # вопрос пропущен: при нынешних данных на вашем языке его задать нельзя.} few { # вопроса пропущено: при нынешних данных на вашем языке их задать нельзя.} many { # вопросов пропущено: при нынешних данных на вашем языке их задать нельзя.} other { # вопроса пропущено: при нынешних данных на вашем языке их задать нельзя.}}',
	'review.export.nothing': 'Вы пока ничего не повторяете, выгружать нечего. Вопросы добавляет `/повторение добавить`.',
	'review.footer':
		'{isNew, select, yes {Новый вопрос} other {Повторение}} · осталось {due, number}, новых {fresh, number} · сегодня сделано {reviews, number} · данные {version}',
	'review.forecast.title': 'Ближайшие дни',
	'review.forecast.words':
		'-# {count, plural, one {# повторение} few {# повторения} many {# повторений} other {# повторения}} за {days, plural, one {# ближайший день} few {# ближайших дня} many {# ближайших дней} other {# ближайшего дня}}; больше всего — {day} ({most, number}). Новые и забытые вопросы прибавятся сверх того.',
	'review.how': 'Насколько хорошо вы это помнили?',
	'review.how-suggested': 'Насколько хорошо вы это помнили? Похоже, это «**{suggested}**».',
	'review.interval.days': '{count, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
	'review.interval.hours': '{count, number} ч',
	'review.interval.minutes': '{count, number} мин',
	'review.interval.months': '{count, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}}',
	'review.interval.years': '{count, plural, one {# год} few {# года} many {# лет} other {# года}}',
	'review.kept': '-# Записано как *{recall}*: снова спросим {when}.',
	'review.menu.any': 'Любая тема',
	'review.menu.learn': 'Выучить десять новых вопросов на тему',
	'review.recall.again': 'Снова',
	'review.recall.easy': 'Легко',
	'review.recall.good': 'Хорошо',
	'review.recall.hard': 'Трудно',
	'review.right': '✓ Верно: {given}',
	'review.settings.held':
		'День у вас сменяется в полночь по поясу {zone}; сейчас там {time}. {count, plural, =0 {Новых вопросов в день вы не начинаете.} one {Вы начинаете до # нового вопроса в день.} few {Вы начинаете до # новых вопросов в день.} many {Вы начинаете до # новых вопросов в день.} other {Вы начинаете до # нового вопроса в день.}}',
	'review.settings.no-zone':
		'Часового пояса «{zone}» здесь не знают. Выберите из списка, который появляется при вводе, например Europe/Moscow.',
	'review.summary.done': 'Повторять пока нечего.',
	'review.summary.done-until': 'Повторять пока нечего. Следующий вопрос — {when}.',
	'review.summary.due':
		'На сегодня: **{due, plural, =0 {повторов нет} one {# вопрос} few {# вопроса} many {# вопросов} other {# вопроса}}**{fresh, plural, =0 {} one {; новых: #} few {; новых: #} many {; новых: #} other {; новых: #}}.',
	'review.summary.empty':
		'Вы пока ничего не повторяете. Выберите тему ниже: вы получите десять вопросов, и каждый вернётся незадолго до того, как забудется.',
	'review.summary.streak':
		'Серия: {count, plural, one {# день} few {# дня подряд} many {# дней подряд} other {# дня подряд}}{today, select, yes {} other {, если повторите сегодня}}.',
	'review.summary.title': 'Ваше повторение',
	'review.summary.today': 'Сегодня повторено: {reviews, number}, из них вы помнили {remembered, number} ({share, number} %).',
	'review.summary.waiting':
		'{count, plural, one {# новый вопрос ждёт} few {# новых вопроса ждут} many {# новых вопросов ждут} other {# нового вопроса ждут}} другого дня; сколько начинать в день, решает `/повторение настройки`.',
	'review.type.label': 'Число',
	'review.type.no-form': 'Число можно ввести только там, где открывается форма. Посмотрите ответ.',
	'review.type.title': 'Ваш ответ',
	'review.undo-late': 'Эту оценку уже не отменить: карточку с тех пор оценили снова или убрали.',
	'review.undone': 'Оценка отменена. Ответьте ещё раз.',
	'review.wrong': '✗ Ваш ответ: {given}.',
};
