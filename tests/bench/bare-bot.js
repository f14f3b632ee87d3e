/**
 * The yardstick: a discord.js bot in its plainest form, that answers everything with one constant embed, and suggests
 * one constant list. Plain JavaScript, so that it pays nothing for types. How large both are is told by `gateway.ts`.
 */
import { Client, GatewayIntentBits } from 'discord.js';

const { choices, embed } = JSON.parse(process.env.BENCH_ANSWERS);
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: process.env.DISCORD_API_URL } });
client.on('interactionCreate', async (interaction) => {
	if (interaction.isAutocomplete()) await interaction.respond(choices);
	else if (interaction.isRepliable()) await interaction.reply({ embeds: [embed] });
});
await client.login(process.env.DISCORD_TOKEN);
