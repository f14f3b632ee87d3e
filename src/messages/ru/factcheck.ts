/** The fact-check: its answer, its log, what it is asked to cover. */
import type { factcheck as english } from '../en/factcheck.ts';
import type { Translated } from '../index.ts';

export const factcheck: Translated<typeof english> = {
	'factcheck.agree': 'Согласны ({count})',
	'factcheck.also': '-# а также {also}{more, plural, =0 {} other { и ещё #}}',
	'factcheck.also-position': '«{position}» [{mark}]',
	'factcheck.also-value': '{said} [{mark}]',
	'factcheck.asked': 'Это вопрос, а не утверждение: «{text}» · {entries}',
	'factcheck.back': 'Назад',
	'factcheck.changed': 'С момента проверки данные изменились. Вот проверка по нынешним данным; пока ничего не сделано.',
	'factcheck.claim': '«{text}»',
	'factcheck.claim-numbered': '{number}. «{text}»',
	'factcheck.contested':
		'**Спорно:** {agree, plural, one {# голос} few {# голоса} many {# голосов} other {# голоса}} против {differ}, из {sources, plural, one {# источника} few {# источников} many {# источников} other {# источника}}{both, plural, =0 {} one {; # из них высказывает и другую точку зрения} few {; # из них высказывают и другую точку зрения} many {; # из них высказывают и другую точку зрения} other {; # из них высказывают и другую точку зрения}}',
	'factcheck.contested-entry':
		'**Спорно:** {voices, plural, one {# голос} few {# голоса} many {# голосов} other {# голоса}} из {sources, plural, one {# источника} few {# источников} many {# источников} other {# источника}} против даты, которую даёт сама статья справочника',
	'factcheck.contradicted':
		'**Противоречит:** согласных нет, {differ, plural, one {не согласен # голос} few {не согласны # голоса} many {не согласны # голосов} other {не согласны # голоса}}, из {sources, plural, one {# источника} few {# источников} many {# источников} other {# источника}}',
	'factcheck.contradicted-entry':
		'**Противоречит:** сама статья справочника {what, select, date {даёт другую дату} other {сообщает иное}}; учтённых голосов нет',
	'factcheck.cut':
		'Это больше, чем внимательно читает одна проверка: утверждений из последней части может не хватать. Проверьте её отдельно.',
	'factcheck.date.after':
		'Позже всех {among, select, exact {более точных дат, приведённых здесь} others {других приведённых здесь дат} other {приведённых здесь дат}}; последняя — {date} ({names}).',
	'factcheck.date.around':
		'{count, plural, one {Эта дата лежит в пределах менее точной, которую даёт: {names}.} few {Эта дата лежит в пределах менее точных, которые дают: {names}.} many {Эта дата лежит в пределах менее точных, которые дают: {names}.} other {Эта дата лежит в пределах менее точных, которые дают: {names}.}}',
	'factcheck.date.before':
		'Раньше всех {among, select, exact {более точных дат, приведённых здесь} others {других приведённых здесь дат} other {приведённых здесь дат}}; первая — {date} ({names}).',
	'factcheck.date.between':
		'Между {among, select, exact {более точными датами, приведёнными здесь} others {другими приведёнными здесь датами} other {приведёнными здесь датами}}: раньше — {earlier} ({earlierNames}), позже — {later} ({laterNames}).',
	'factcheck.date.entry': 'сама статья справочника',
	'factcheck.date.equal': '{what, select, day {Тот же самый день} other {Та же самая дата}}: {names}.',
	'factcheck.date.overlaps':
		'{count, plural, one {Эта дата пересекается с той, которую даёт: {names}.} few {Эта дата пересекается с теми, которые дают: {names}.} many {Эта дата пересекается с теми, которые дают: {names}.} other {Эта дата пересекается с теми, которые дают: {names}.}}',
	'factcheck.date.within':
		'{count, plural, one {Эта дата включает более точную, которую даёт: {names}.} few {Эта дата включает более точные, которые дают: {names}.} many {Эта дата включает более точные, которые дают: {names}.} other {Эта дата включает более точные, которые дают: {names}.}}',
	'factcheck.denied': 'Сообщение отрицает {what, select, number {это число} other {эту дату}}.',
	'factcheck.denies': 'Утверждение против позиции: «{position}»',
	'factcheck.differ': 'Не согласны ({count})',
	'factcheck.entry': '**{name}** · {kind}',
	'factcheck.entry-agrees': 'Статья согласна',
	'factcheck.entry-date': '**{date}** — дата самой статьи справочника.\n-# Источник для неё здесь не указан.',
	'factcheck.entry-differs': 'Статья не согласна',
	'factcheck.entry-states': '{said}\n-# Из самой статьи справочника: источник для этого здесь не указан.',
	'factcheck.external':
		'На этом сервере приложение в гостях и отвечает только вам. Чтобы публиковать проверки, его нужно добавить на сервер.',
	'factcheck.extract': 'Выдержка из проверенного текста',
	'factcheck.extract-of': 'Выдержка из сообщения от {author}',
	'factcheck.file': 'Попросить это осветить',
	'factcheck.footer': 'Это подсчёт, а не приговор: голос — один говорящий в одном источнике, и число голосов ничего не решает.',
	'factcheck.legend': '-# Согласных голосов : несогласных голосов',
	'factcheck.line':
		'**{number}.** «{text}» · {entry} · **{verdict}**{counts, select, none {} entry { (сама статья)} other { {agree} : {differ}}}',
	'factcheck.log-too': 'Текст проверен, а журнал не открыт: /фактчек журнал показывает его, если текст не дан.',
	'factcheck.match': '-# Соответствие статье: {grade, select, close {высокое} fair {среднее} other {слабое}} ({percent} %)',
	'factcheck.may-not-file':
		'На этом сервере просить о недостающем могут только участники с правом управлять сообщениями: текст просьбы сохраняется.',
	'factcheck.may-not-post':
		'Это не опубликовано: либо у вас на этом сервере нет права управлять сообщениями, либо его настройки не разрешают публиковать проверки.',
	'factcheck.may-not-save':
		'Сохранять в журнал могут только участники с правом управлять сообщениями там, где приложение добавлено на сервер.',
	'factcheck.more': '*и ещё {count}{noted, plural, =0 {} other {, с примечанием редакции ✎: #}}*',
	'factcheck.names': '{names}{more, plural, =0 {} other { и ещё #}}',
	'factcheck.near': 'Вы хотели проверить это? {entries} · «{text}»',
	'factcheck.no-log': 'Журнал есть только у сервера, на который добавлено приложение. Здесь его нет.',
	'factcheck.no-words': 'В этом сообщении нет слов. Картинки, файлы и эмодзи не читаются.',
	'factcheck.not-allowed': 'На этом сервере проверять сообщения могут только участники с правом управлять сообщениями.',
	'factcheck.not-covered': '**Не освещено:** тема здесь есть, но ни один источник об этом не говорит',
	'factcheck.note': '-# ✎ Примечание редакции: {says} [{mark}]',
	'factcheck.nothing': 'Проверять здесь нечего: сообщение не утверждает ничего, о чём говорят данные.',
	'factcheck.nothing-cut':
		'В прочитанном нет утверждений, о которых говорят данные. Это больше, чем внимательно читает одна проверка: проверьте последнюю часть отдельно.',
	'factcheck.offered': 'Открыть статью, о которой может идти речь',
	'factcheck.one.above':
		'{agrees, select, close {Близко к единственной оценке, {low}: немного больше её, но как круглое число с ней согласуется.} bound {Больше единственной оценки, {low}; но одно из двух — лишь граница, и верно может быть и то и другое.} other {{what, select, range {Этот диапазон лежит выше единственной оценки} other {Это число больше единственной оценки}}, {low}.}}',
	'factcheck.one.around': 'Этот диапазон включает единственную оценку, {low}.',
	'factcheck.one.below':
		'{agrees, select, close {Близко к единственной оценке, {low}: немного меньше её, но как круглое число с ней согласуется.} bound {Меньше единственной оценки, {low}; но одно из двух — лишь граница, и верно может быть и то и другое.} other {{what, select, range {Этот диапазон лежит ниже единственной оценки} other {Это число меньше единственной оценки}}, {low}.}}',
	'factcheck.one.same': '{estimates, plural, =1 {Единственная оценка даёт} other {Все оценки дают}} {low}.',
	'factcheck.open': 'Открыть статью, по которой проверялось',
	'factcheck.part': '{said} · {name} [{mark}]',
	'factcheck.part-counting': '{said} ({counts}) · {name} [{mark}]',
	'factcheck.parts': '-# {parts}{more, plural, =0 {} other { и ещё #}} *(лишь часть, в сравнение не входит)*',
	'factcheck.parts-fitting': 'Подходит к числу лишь для части (в сравнение не входит): {parts}{more, plural, =0 {} other { и ещё #}}',
	'factcheck.paste-hint': 'Напишите текст после команды: /фактчек текст: …',
	'factcheck.paste-label': 'Текст для проверки',
	'factcheck.paste-title': 'Проверить текст',
	'factcheck.percent': '{number} %',
	'factcheck.placement.equal': '{what, select, range {Тот же самый диапазон} other {То же самое число}} дают: {names}.',
	'factcheck.post': 'Опубликовать',
	'factcheck.post-page': 'Опубликовать страницу',
	'factcheck.posted-already': 'Это здесь только что опубликовали — вы или кто-то другой.',
	'factcheck.posted-message': 'Проверка от {name}: [это сообщение](<{url}>)',
	'factcheck.posted-part': 'Голоса и источники опубликованы здесь для {shown} из проверенных утверждений (всего {claims}).',
	'factcheck.posted-text': 'Проверка от {name}: введённый текст',
	'factcheck.report': 'Сообщить о неверном соответствии',
	'factcheck.restore': 'Вернуть',
	'factcheck.save': 'Сохранить в журнал',
	'factcheck.scale.above':
		'{what, select, range {Этот диапазон (●) лежит выше всех оценок (┼)} other {Это число (●) больше всех оценок (┼)}}{agrees, select, close {, но как круглое согласуется с наибольшей} some {, но как круглое согласуется с одной из них} bound {, но одно из двух — лишь граница, и верно может быть и то и другое} other {}}:\n`{low} {line} {high} … ● {claimed}`',
	'factcheck.scale.around': 'Этот диапазон включает все оценки: от {low} до {high}.',
	'factcheck.scale.begins-below':
		'Этот диапазон (●) начинается ниже всех оценок (┼) и кончается среди них:\n`● {claimed} … {low} {line} {high}`',
	'factcheck.scale.below':
		'{what, select, range {Этот диапазон (●) лежит ниже всех оценок (┼)} other {Это число (●) меньше всех оценок (┼)}}{agrees, select, close {, но как круглое согласуется с наименьшей} some {, но как круглое согласуется с одной из них} bound {, но одно из двух — лишь граница, и верно может быть и то и другое} other {}}:\n`● {claimed} … {low} {line} {high}`',
	'factcheck.scale.ends-above': 'Этот диапазон (●) начинается среди оценок (┼) и кончается выше всех:\n`{low} {line} {high} … ● {claimed}`',
	'factcheck.scale.inside': '{what, select, range {Этот диапазон} other {Это число}} (●) лежит между оценками (┼):\n`{low} {line} {high}`',
	'factcheck.set-aside':
		'В этом сообщении нет текста, который читается: код, спойлеры, зачёркнутое, чужие цитаты, ссылки и упоминания не учитываются. Чтобы проверить такие слова, напишите их без этой разметки: /фактчек текст: …',
	'factcheck.silent': '-# Об этом не говорят: {sources}{more, plural, =0 {} other { и ещё #}}',
	'factcheck.supported':
		'**Согласуется:** {agree, plural, =2 {оба голоса согласны} one {# голос согласен} few {все # голоса согласны} many {все # голосов согласны} other {# голоса согласны}}, из {sources, plural, one {# источника} few {# источников} many {# источников} other {# источника}}',
	'factcheck.supported-entry':
		'**Согласуется:** сама статья справочника {what, select, date {даёт ту же дату} other {сообщает то же}}; учтённых голосов нет',
	'factcheck.taken': 'Исключено, так как этого не утверждают: «{text}» ({entry})',
	'factcheck.takes': 'Утверждение на стороне позиции: «{position}»',
	'factcheck.text': 'Проверенный текст',
	'factcheck.text-of': 'Сообщение от {author}',
	'factcheck.title':
		'{claims, plural, =0 {Проверять нечего} one {Проверено # утверждение} few {Проверено # утверждения} many {Проверено # утверждений} other {Проверено # утверждения}}',
	'factcheck.title-cut': 'В прочитанном проверять нечего',
	'factcheck.title-left':
		'{claims, plural, =0 {Утверждений не осталось} one {Проверено # оставленное вами утверждение} few {Проверено # оставленных вами утверждения} many {Проверено # оставленных вами утверждений} other {Проверено # оставленного вами утверждения}}',
	'factcheck.title-near': 'Точного соответствия нет: вы имели в виду это?',
	'factcheck.too-long': 'Текст слишком длинный, чтобы отсюда его публиковать, сохранять или листать. Проверьте отдельно главное.',
	'factcheck.voice': '**{name}** · {said} [{mark}]\n-# {standing}\n-# {standpoint}',
	'factcheck.voice-counting': '**{said}** · {name} [{mark}]\n-# {standing} · что сосчитано: {counts}\n-# {standpoint}',
	'factcheck.voice-value': '**{said}** · {name} [{mark}]\n-# {standing}\n-# {standpoint}',
	'factcheck.which-file': 'Что из этого осветить?',
	'factcheck.which-report': 'Что из этого сопоставлено неверно?',
	'factcheck.which-restore': 'Что из этого всё-таки утверждают?',
	'factcheck.which-wrong': 'Чего из этого не утверждают?',
	'factcheck.wrong': 'Этого не утверждают',
	'log.author': 'Автор: <@{user}>',
	'log.back': 'Назад к журналу',
	'log.claim': '**{verdict}**{counts, select, none {} entry { (сама статья)} other { ({agree} : {differ})}} · {name}\n«{text}»',
	'log.claims': 'Утверждения, голоса за и против',
	'log.csv': 'Выгрузить в CSV',
	'log.delete': 'Удалить',
	'log.earlier-version': 'Предыдущая версия',
	'log.empty': 'В журнале этого сервера пока ничего нет. Кнопка «Сохранить в журнал» стоит под проверкой.',
	'log.entry-title': 'Из журнала этого сервера',
	'log.exported':
		'В файле {saved, plural, one {# запись} few {# записи} many {# записей} other {# записи}}{count, plural, =0 {.} other { из #, начиная с новых.}} Одна строка — одно утверждение.',
	'log.extract': 'Выдержка: «{text}»',
	'log.footer':
		'{count, plural, one {# запись} few {# записи} many {# записей} other {# записи}} · страница {page} из {pages} · сначала новые',
	'log.gone': 'Этой записи больше нет в журнале: её удалили, или автор сообщения стёр её.',
	'log.keep': 'Оставить',
	'log.later-version': 'Следующая версия',
	'log.line': '{verdicts}\n{extract, select, yes {Выдержка: «{quote}»} other {«{quote}»}}',
	'log.menu': 'Открыть запись',
	'log.newer': 'Более новые',
	'log.not-allowed': 'Журнал этого сервера видят только участники с правом управлять сообщениями.',
	'log.older': 'Более старые',
	'log.open': 'Открыть в журнале',
	'log.option': '{date} · {verdicts}',
	'log.page-empty': 'На этой странице ничего нет.',
	'log.question': 'Удалить эту запись журнала вместе с её текстом? Вернуть её будет нельзя.',
	'log.saved':
		'Сохранено в журнал этого сервера, {extract, select, yes {с выдержкой из текста} other {с текстом}} и вашим именем. См. /фактчек журнал.',
	'log.saved-before': 'Это уже есть в журнале, с тем же текстом и теми же утверждениями. См. /фактчек журнал.',
	'log.saved-by': 'Кто сохранил: <@{user}>, <t:{when}:f>',
	'log.saved-by-nobody': 'Сохранено <t:{when}:f>',
	'log.saved-version':
		'Сохранено в журнал этого сервера как новая версия этого сообщения, {extract, select, yes {с выдержкой из текста} other {с текстом}} и вашим именем. Сохранённое раньше остаётся рядом. См. /фактчек журнал.',
	'log.text': '«{text}»',
	'log.title': 'Журнал проверок этого сервера',
	'log.verdict': '{verdict}: {count}',
	'log.version': '{said} (версия {version} из {versions})',
	'log.with-link': '**{said}** · [сообщение](<{url}>)',
	'log.without-link': '**{said}** · введённый текст',
	'request.declined':
		'Те, кто отвечает за данные, раньше это отклонили, и решение остаётся в силе. Сколько серверов об этом просит, по-прежнему учитывается.',
	'request.description': 'Текст отправляется и хранится без вашего имени. Не пишите имён участников.',
	'request.filed':
		'Передано тем, кто отвечает за данные{others, plural, =0 {.} one {: об этом просил ещё # сервер.} few {: об этом просили ещё # сервера.} many {: об этом просили ещё # серверов.} other {: об этом просили ещё # сервера.}}',
	'request.filed-before': 'Этот сервер об этом уже просил; просьба учитывается один раз.',
	'request.label': 'О чём должны говорить данные',
	'request.no-form': 'Для просьбы нужна форма, а здесь её открыть нельзя.',
	'request.reported':
		'Передано тем, кто отвечает за данные{others, plural, =0 {.} one {: об этом сообщил ещё # сервер.} few {: об этом сообщили ещё # сервера.} many {: об этом сообщили ещё # серверов.} other {: об этом сообщили ещё # сервера.}}',
	'request.reported-before': 'Этот сервер об этом уже сообщал; сообщение учитывается один раз.',
	'request.reported-entry':
		'Передано тем, кто отвечает за данные: статья «{entry}» подобрана к тому, о чём она не говорит. Сами слова не отправлены.',
	'request.title': 'Попросить это осветить',
	'request.too-many': 'Больше просьб сразу от одного человека не принимается. Попробуйте снова <t:{when}:R>.',
	'request.too-many-written':
		'Больше просьб сразу от одного человека не принимается, и эта не отправлена. Попробуйте снова <t:{when}:R>. Вы написали:\n> {text}',
	'request.too-short': 'В этом слишком мало слов, чтобы было что искать.',
	'request.wrong-label': 'Что утверждается',
	'request.wrong-title': 'Сообщить о неверном соответствии',
	'verdict.contested': 'Спорно',
	'verdict.contradicted': 'Противоречит',
	'verdict.not-covered': 'Не освещено',
	'verdict.supported': 'Согласуется',
};
