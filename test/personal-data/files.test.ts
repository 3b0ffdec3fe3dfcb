/** Files at the door: looked through, scanned, and kept only then. */
import { createServer, type Server } from 'node:net';
import { zipSync } from 'fflate';
import { FileSystemStorage, STORAGE } from '../../src/papers/index.js';
import { upload, type Problem } from '../api/applications.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { freePort } from '../../tools/embedded/ports.js';

/** clamd as far as its protocol matters here: gathers a stream, answers as it is told. */
class StandInScanner {
  answer: 'OK' | 'Eicar-Test-Signature FOUND' | 'nonsense' | 'none' = 'OK';
  readonly scanned: Buffer[] = [];
  private server: Server | undefined;

  listen(port: number): Promise<void> {
    this.server = createServer({ allowHalfOpen: false }, (socket) => {
      let held = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', (part) => {
        held = Buffer.concat([held, part as Buffer]);
        const content = streamed(held);
        if (!content || this.answer === 'none') return;
        this.scanned.push(content);
        socket.end(this.answer === 'nonsense' ? 'UNKNOWN COMMAND\0' : `stream: ${this.answer}\0`);
      });
    });
    return new Promise((resolve) => this.server!.listen(port, '127.0.0.1', resolve));
  }

  leave(): Promise<void> {
    return new Promise((resolve) => this.server!.close(() => resolve()));
  }
}

/** What came by `INSTREAM`, when its last chunk is there. */
function streamed(held: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (!held.toString('latin1').startsWith(command)) return undefined;
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= held.length;) {
    const length = held.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(held.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

describe('a file that is handed in', () => {
  let stage: ApiStage;
  const scanner = new StandInScanner();
  let port: number;
  beforeAll(async () => {
    port = await freePort();
    await scanner.listen(port);
    stage = await openApiStage({ env: { VIRUS_SCANNER: `127.0.0.1:${port}` } });
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
    await scanner.leave();
  }, 30_000);

  const kept = async () => {
    const [row] = await stage.dataSource.query<{ files: number }[]>(
      `SELECT count(*)::int AS files FROM stored_file`,
    );
    return row!.files;
  };

  it('is kept when the scanner says it is clean, by the name that people see', async () => {
    const zhang = await stage.as('zhang');
    const { status, body } = await upload<{ name: string }>(zhang, '效\u202E果\u200B图.png');
    expect([status, body.name]).toEqual([201, '效果图.png']);
    expect(scanner.scanned.at(-1)!.subarray(1, 4).toString()).toBe('PNG');
    const [line] = await stage.dataSource.query<{ scan: string }[]>(
      `SELECT detail ->> 'scan' AS scan FROM audit WHERE act = 'file.upload' ORDER BY id DESC LIMIT 1`,
    );
    expect(line!.scan).toBe('clean');
  });

  it('is refused with what its sender may do where it holds what acts, before it is scanned', async () => {
    const zhang = await stage.as('zhang');
    const before = [await kept(), scanner.scanned.length];
    const program = zipSync({
      'OFD.xml': Buffer.from('<OFD/>'),
      'Doc_0/Res/image.png': Buffer.from('MZ\x90\0'),
    });
    const refused = await upload<Problem>(zhang, '证明.ofd', new Uint8Array(program));
    expect([refused.status, refused.body.code]).toEqual([422, 'file-holds-program']);
    expect(refused.body.detail).toContain('证明.ofd');
    expect(refused.body.detail).toContain('请去掉后重新导出');
    const turned = await upload<Problem>(zhang, '合同\u202Efdp.exe');
    expect([turned.status, turned.body.code]).toEqual([422, 'file-type-not-allowed']);
    expect([await kept(), scanner.scanned.length]).toEqual(before);
  });

  it('is given back as what it is, to be saved and not to be run or kept on the way', async () => {
    const zhang = await stage.as('zhang');
    const { body } = await upload<{ id: string }>(zhang, "图'(1)*.png");
    const { status, headers } = await zhang.call('GET', `/api/files/${body.id}`);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `attachment; filename*=UTF-8''%E5%9B%BE%27%281%29_.png`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("object-src 'none'"),
    });
  });

  it('is missed with a problem of ours where its bytes are gone or cut short', async () => {
    const zhang = await stage.as('zhang');
    const { body } = await upload<{ id: string }>(zhang);
    const storage = stage.app.get<FileSystemStorage>(STORAGE, { strict: false });
    const key = `${body.id.slice(0, 2)}/${body.id}`;
    await storage.put(key, Buffer.from('cut'));
    const cut = await zhang.call<Problem>('GET', `/api/files/${body.id}`);
    await storage.remove(key);
    const gone = await zhang.call<Problem>('GET', `/api/files/${body.id}`);
    for (const { status, body: problem } of [cut, gone])
      expect([status, problem.code]).toEqual([503, 'stored-bytes-missing']);
  });

  it('is refused with a virus, and waits while the scanner talks nonsense or is away', async () => {
    const zhang = await stage.as('zhang');
    const before = await kept();
    scanner.answer = 'Eicar-Test-Signature FOUND';
    const infected = await upload<Problem>(zhang);
    expect([infected.status, infected.body.code]).toEqual([422, 'file-infected']);
    scanner.answer = 'nonsense';
    const unsure = await upload<Problem>(zhang);
    expect([unsure.status, unsure.body.code]).toEqual([503, 'virus-scan-unavailable']);
    await scanner.leave();
    const away = await upload<Problem>(zhang);
    expect([away.status, away.body.code]).toEqual([503, 'virus-scan-unavailable']);
    expect(await kept()).toBe(before);
    await scanner.listen(port);
    scanner.answer = 'OK';
    expect((await upload(zhang)).status).toBe(201);
  });
});
