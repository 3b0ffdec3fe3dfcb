/** Jest calls this once after the last test on real servers. */
export default async function stopServers() {
  const child = globalThis.onestopTestServers;
  if (!child || child.exitCode !== null) return;
  await new Promise((resolve) => {
    child.once('exit', resolve);
    child.stdin.end();
  });
}
