/** Privacy, settings, and who we are. */
import type { house as english } from '../en/house.ts';
import type { Translated } from '../index.ts';

export const house: Translated<typeof english> = {
	'about-card.footer': '{name} · データ {version} · {licence}',
	'about-card.text':
		'*variorum*（集注版）とは、ある文章の異なる読みを、それぞれの出典とともに並べて印刷した版のことです。Variorumは、見解の分かれる歴史についてこれを行います。誰が、どの資料のどの箇所で、何を述べているか、そしてその人が何者かを示します。どれが正しいかは決めません。\n\n**争いのある点の示し方** どの記述にも、出典とその該当箇所を添えます。出典は古い順に並べますが、順序は優劣を意味しません。出典の明らかな誤りはそのまま残し、文献を挙げた編者注を付けます。触れていない点は、触れていないと示します。項目の名前は日本語ですが、各出典の記述は英語による要約です。\n\n**収録内容** {entries}。{sources, number}点の出典による{accounts, number}件の記述を収めています。',
	'about-card.title': 'Variorumについて',
	'privacy.cancelled': '何も削除していません。',
	'privacy.count': '**{section}：** {count, number}',
	'privacy.delete-all': 'すべて削除する',
	'privacy.deleted':
		'{count, plural, =0 {削除するものはありませんでした。} other {完了しました。#件を削除したか、あなたのものとわからないようにしました。}}',
	'privacy.exported': 'あなたについて保存されているものは、すべてこのファイルに入っています。',
	'privacy.keep': '残す',
	'privacy.lead':
		'Variorumは、下に挙げたものを除いて、あなたのメッセージや質問を保存しません。下のものも、あなたが削除するまでの間だけです。問題が起きたときは、運営者のログにあなたのIDが残りますが、言葉は残りません。',
	'privacy.nothing': 'あなたについて保存されているものはありません。',
	'privacy.question':
		'あなたについて保存されているものを、すべてのサーバーでただちに削除します。元には戻せません。モデレーターとして保存したほかの人のメッセージはサーバーの記録に残りますが、誰が保存したかはわからなくなります。',
	'privacy.section.factchecksThatYouSaved': 'あなたがサーバーの記録に保存した、確かめたメッセージ',
	'privacy.section.leaderboard': 'ランキングでのあなたの得点',
	'privacy.section.quizAnswers': 'クイズでのあなたの解答',
	'privacy.section.quizPresses': 'クイズで押したボタン（ヒントを含む）',
	'privacy.section.quizResults': 'クイズの成績（1か月後に消えます）',
	'privacy.section.quizzesThatYouPlayed': 'あなたが参加したクイズと、そこでの表示名',
	'privacy.section.quizzesThatYouStarted': 'あなたが始めたクイズ',
	'privacy.section.rateLimits': '回数に上限のある操作の回数（1週間後に消えます）',
	'privacy.section.reviewCards': '復習中の問題',
	'privacy.section.reviews': 'これまでの復習',
	'privacy.section.studyProfile': '学習についてのあなたの設定',
	'privacy.section.yourMessagesInFactcheckLogs': '誰かがサーバーの記録に保存した、あなたのメッセージ',
	'privacy.title': 'あなたについて保存されているもの',
	'settings.factcheckPosts': 'ファクトチェックの結果の投稿',
	'settings.factcheckPosts.allowed': '「メッセージの管理」権限のあるメンバーに許可',
	'settings.factcheckPosts.off': '許可しない',
	'settings.factcheckUsers': 'ファクトチェックを使える人',
	'settings.factcheckUsers.everyone': '全員（回答は本人だけに表示）',
	'settings.factcheckUsers.moderators': '「メッセージの管理」権限のあるメンバー',
	'settings.lead': '選んだ内容は、このサーバーの全員にただちに適用されます。',
	'settings.line': '**{setting}：** {value}',
	'settings.no-server': '設定はサーバーごとのものです。サーバーの中でお使いください。',
	'settings.not-allowed': '設定を見て変更できるのは、「サーバー管理」権限のあるメンバーだけです。',
	'settings.title': 'このサーバーの設定',
};
