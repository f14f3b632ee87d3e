/** Privacy, settings, and who we are. */
import type { house as english } from '../en/house.ts';
import type { Translated } from '../index.ts';

export const house: Translated<typeof english> = {
	'about-card.footer': '{name} · данные {version} · {licence}',
	'about-card.text':
		'Издание *variorum* печатает рядом разные чтения одного текста, каждое со своим источником. Variorum делает то же для спорной истории: показывает, кто, что и где именно говорит и кто эти авторы. Победителя он не назначает.\n\n**Как показаны споры.** У каждого высказывания указаны источник и место в нём. Сначала стоят более ранние источники; порядок ничего не говорит об их ценности. Явная ошибка источника остаётся на месте, с примечанием редакции и ссылкой. О чём источник не говорит, отмечено как умолчание. Названия статей даны по-русски, а изложение источников — на английском.\n\n**Что здесь есть.** {entries}; высказываний — {accounts, number}, источников — {sources, number}.',
	'about-card.title': 'О Variorum',
	'privacy.cancelled': 'Ничего не удалено.',
	'privacy.count': '**{section}:** {count, number}',
	'privacy.delete-all': 'Удалить всё',
	'privacy.deleted':
		'{count, plural, =0 {О вас нечего было удалять.} one {Готово: # запись удалена или больше не говорит, кто вы.} few {Готово: # записи удалены или больше не говорят, кто вы.} many {Готово: # записей удалено или больше не говорит, кто вы.} other {Готово: # записи удалено или больше не говорит, кто вы.}}',
	'privacy.exported': 'В этом файле всё, что о вас хранится.',
	'privacy.keep': 'Оставить',
	'privacy.lead':
		'Variorum не хранит ваших сообщений и вопросов, кроме перечисленного ниже, и то лишь пока вы этого не удалите. При сбое в журнал владельца бота попадает ваш ID, но никогда не ваши слова.',
	'privacy.nothing': 'О вас ничего не хранится.',
	'privacy.question':
		'Это сразу удалит всё, что о вас хранится, на всех серверах, и вернуть это будет нельзя. То, что модератор сохранил о других, останется в журнале сервера, но без указания, кто это сохранил.',
	'privacy.section.factchecksThatYouSaved': 'Проверенные сообщения, которые вы сохранили в журнал сервера',
	'privacy.section.leaderboard': 'Ваши очки в рейтинге',
	'privacy.section.quizAnswers': 'Ваши ответы в викторинах',
	'privacy.section.quizPresses': 'Что вы нажимали в викторинах, включая подсказки',
	'privacy.section.quizResults': 'Ваши результаты в викторинах (хранятся месяц)',
	'privacy.section.quizzesThatYouPlayed': 'Викторины, в которых вы играли, и ваше имя в них',
	'privacy.section.quizzesThatYouStarted': 'Викторины, которые вы начали',
	'privacy.section.rateLimits': 'Как часто вы делали то, что ограничено (хранится неделю)',
	'privacy.section.reviewCards': 'Вопросы, которые вы повторяете',
	'privacy.section.reviews': 'Ваши повторения',
	'privacy.section.studyProfile': 'Ваши настройки учёбы',
	'privacy.section.yourMessagesInFactcheckLogs': 'Ваши сообщения, которые кто-то сохранил в журнал сервера',
	'privacy.title': 'Что о вас хранится',
	'settings.factcheckPosts': 'Публикация проверок',
	'settings.factcheckPosts.allowed': 'Разрешена участникам с правом управлять сообщениями',
	'settings.factcheckPosts.off': 'Не разрешена',
	'settings.factcheckUsers': 'Кто может проверять сообщения',
	'settings.factcheckUsers.everyone': 'Все; ответ виден только спросившему',
	'settings.factcheckUsers.moderators': 'Участники с правом управлять сообщениями',
	'settings.lead': 'Выбор действует сразу и для всех на этом сервере.',
	'settings.line': '**{setting}:** {value}',
	'settings.no-server': 'Настройки есть у сервера. Вызовите эту команду на сервере.',
	'settings.not-allowed': 'Видеть и менять настройки могут только участники с правом управлять сервером.',
	'settings.title': 'Настройки этого сервера',
};
