/** Where something listens. */
export interface HostAndPort {
  host: string;
  port: number;
}

/**
 * Reads `host:port`, `[::1]:port`.
 * @param name the setting it stands in
 * @throws Error in one sentence naming the setting when it is none
 */
export function parseHostAndPort(name: string, text: string): HostAndPort {
  const [, host, port] = /^\[?([^[\]]+?)\]?:(\d{1,5})$/.exec(text.trim()) ?? [];
  if (!host || Number(port) > 65_535)
    throw new Error(`${name}=${text} 应为“主机:端口”，例如 127.0.0.1:9464。`);
  return { host, port: Number(port) };
}
