import { joinLeaderboard, leaveLeaderboard, showLeaderboard } from '../src/actions/leaderboard.ts';
import { PUBLIC_NAME_MAX } from '../src/cards/leaderboard.ts';
import { defineCommandGroup } from '../src/command.ts';

export default defineCommandGroup({
	description: 'command.leaderboard.description',
	name: 'leaderboard',
	subcommands: {
		show: {
			answer: ({ period, scope }, context) => showLeaderboard({ period, scope }, context),
			description: 'command.leaderboard-show.description',
			options: {
				scope: {
					choices: {
						server: 'leaderboard.scope.server',
						channel: 'leaderboard.scope.channel',
						everywhere: 'leaderboard.scope.everywhere',
					},
					description: 'command.leaderboard-show.scope',
					type: 'string',
				},
				period: {
					choices: { week: 'leaderboard.period.week', 'all-time': 'leaderboard.period.all-time' },
					description: 'command.leaderboard-show.period',
					type: 'string',
				},
			},
		},
		join: {
			answer: ({ name }, context) => joinLeaderboard(name, {}, context),
			description: 'command.leaderboard-join.description',
			options: {
				name: { description: 'command.leaderboard-join.name', maxLength: PUBLIC_NAME_MAX, minLength: 1, type: 'string' },
			},
		},
		leave: {
			answer: (_args, context) => leaveLeaderboard({}, context),
			description: 'command.leaderboard-leave.description',
			options: {},
		},
	},
});
