/** The yardstick: a discord.js bot in its plainest form, that answers everything with one constant embed. */
import { Client, GatewayIntentBits } from 'discord.js';

const EMBED = {
	description: 'word '.repeat(120).trim(),
	fields: Array.from({ length: 8 }, (_, index) => ({ inline: true, name: `Source ${index + 1}`, value: 'word '.repeat(50).trim() })),
	footer: { text: 'Page 1 of 4' },
	title: 'A constant answer',
};

const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: process.env.DISCORD_API_URL! } });
client.on('interactionCreate', async (interaction) => {
	if (interaction.isAutocomplete()) await interaction.respond([{ name: 'A constant choice', value: 'constant' }]);
	else if (interaction.isRepliable()) await interaction.reply({ embeds: [EMBED] });
});
await client.login(process.env.DISCORD_TOKEN);
