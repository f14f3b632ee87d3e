import { PUBLIC_NAME_MAX } from '../src/cards/leaderboard.ts';
import { defineCommandGroup } from '../src/command.ts';

const board = () => import('../src/actions/leaderboard.ts');

export default defineCommandGroup({
	description: 'command.leaderboard.description',
	name: 'leaderboard',
	subcommands: {
		show: {
			answer: async ({ period, scope }, context) => (await board()).showLeaderboard({ period, scope }, context),
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
			answer: async ({ name }, context) => (await board()).joinLeaderboard(name, {}, context),
			description: 'command.leaderboard-join.description',
			options: {
				name: { description: 'command.leaderboard-join.name', maxLength: PUBLIC_NAME_MAX, minLength: 1, type: 'string' },
			},
		},
		leave: {
			answer: async (_args, context) => (await board()).leaveLeaderboard({}, context),
			description: 'command.leaderboard-leave.description',
			options: {},
		},
	},
});
