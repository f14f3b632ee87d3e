/**
 * Who may use the API: pages of this very server, and programs that are no browsers. A page elsewhere must not, be it
 * by a request across origins or by DNS rebinding, where a name of the attacker's suddenly leads to this machine.
 */
import { isIP } from 'node:net';
import { hostname } from 'node:os';

/**
 * Whether the Host header names this machine in a way that no stranger's DNS can: an IP address, localhost, the name
 * of the machine, or the name that it was told to listen on.
 */
export function isOwnHost(host: string | undefined, listenHost: string): boolean {
	const url = host === undefined ? null : URL.parse(`http://${host}`);
	if (!url || url.host !== host?.toLowerCase().replace(/:80$/, '') || url.username || url.password) return false;
	const name = url.hostname.replace(/^\[(.*)\]$/, '$1');
	return (
		isIP(name) !== 0 ||
		name === 'localhost' ||
		name.endsWith('.localhost') ||
		name === listenHost.toLowerCase() ||
		name === hostname().toLowerCase()
	);
}

/** Whether a browser says that the request comes from a page of this server. What is not a browser says nothing. */
export function isOwnPage(headers: { readonly fetchSite?: string; readonly host?: string; readonly origin?: string }): boolean {
	if (headers.fetchSite !== undefined) return headers.fetchSite === 'same-origin';
	if (headers.origin === undefined) return true;
	return URL.parse(headers.origin)?.host === headers.host?.toLowerCase();
}
