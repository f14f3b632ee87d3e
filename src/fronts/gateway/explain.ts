/** Why there is no connection to Discord, in words for the host, with what to do. */
import { GatewayCloseCodes } from 'discord-api-types/v10';
import { StartError } from '../../start-error.ts';

const WRONG_TOKEN =
	'Discord does not accept DISCORD_TOKEN. Copy the token from “Bot” in the Discord developer portal again, or reset it there and use the new one.';

const CLOSES: Readonly<Record<number, string>> = {
	[GatewayCloseCodes.AuthenticationFailed]: WRONG_TOKEN,
	[GatewayCloseCodes.DisallowedIntents]:
		'Discord does not allow the intents that were asked for (4014). Variorum asks for none: update it.',
	[GatewayCloseCodes.InvalidAPIVersion]: 'Discord no longer speaks version 10 of its gateway (4012). Update Variorum.',
	[GatewayCloseCodes.InvalidIntents]: 'Discord does not know the intents that were asked for (4013). Update Variorum.',
	[GatewayCloseCodes.InvalidShard]: 'Discord does not accept the number of connections (4010). Start Variorum again.',
	[GatewayCloseCodes.ShardingRequired]:
		'The bot is in too many servers for its connections (4011). Start Variorum again: it asks Discord how many it needs.',
};

/** The end of a connection that Discord will not open again. */
export function explainClose(code: number): StartError {
	return new StartError(
		CLOSES[code] ?? `Discord ended the connection for good (${code}). Start Variorum again; if that does not help, update it.`,
	);
}

/** The token is that of another application: which of the two was meant, only the host knows. */
export const explainApplication = (wanted: string, found: string): string =>
	`No commands were registered: DISCORD_APPLICATION_ID is ${wanted}, but DISCORD_TOKEN is the token of application ${found}. If the token is right, remove DISCORD_APPLICATION_ID (Discord then says whose it is); if not, copy the token from “Bot” of application ${wanted} in the Discord developer portal.`;

/** Why the client did not get ready. Errors that nobody foresaw are returned as they are. */
export function explainStart(error: unknown, apiUrl: string): unknown {
	if (!(error instanceof Error) || error instanceof StartError) return error;
	const { code, status } = error as Error & { code?: unknown; status?: unknown };
	if (status === 401 || code === 'TokenInvalid' || error.message === 'Authentication failed')
		return new StartError(WRONG_TOKEN, { cause: error });
	if (typeof status === 'number') {
		return new StartError(`${apiUrl} answered with ${status}. Check DISCORD_API_URL, or try again when the service has recovered.`, {
			cause: error,
		});
	}
	const reason = reasonOf(error);
	return reason
		? new StartError(`${apiUrl} cannot be reached (${reason}). Check DISCORD_API_URL and the network, then start again.`, { cause: error })
		: error;
}

/** The code of a network error, which may stand deeper down. */
function reasonOf(error: unknown): string | null {
	if (!(error instanceof Error)) return null;
	const { cause, code, name } = error as Error & { code?: unknown };
	if (name === 'AbortError') return 'no answer in time';
	if (typeof code === 'string' && /^(?:E[A-Z_]+|UND_ERR_\w+|CERT_\w+|DEPTH_\w+|SELF_\w+|UNABLE_\w+)$/.test(code)) return code;
	return reasonOf(cause ?? (error instanceof AggregateError ? error.errors[0] : undefined));
}
