import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Delivery } from '../../shared/usecases/messages/deliver.ts';

/** Delivers into files, a folder a member: for a machine that sends nobody anything. */
export function mailboxDelivery(folder: string): Delivery {
  return {
    async send(to, { subject, body }, reference, at) {
      const own = join(folder, to);
      await mkdir(own, { recursive: true });
      // Named by its reference, so that one letter is one file however often it is brought.
      const name = `${reference}.txt`;
      const text = `To: ${to}\nDate: ${at}\nSubject: ${subject}\nReference: ${reference}\n\n${body}\n`;
      // Whoever looks into the folder meanwhile sees the whole letter or none.
      await writeFile(join(own, `${name}.part`), text);
      await rename(join(own, `${name}.part`), join(own, name));
    },
    async wasSent(to, reference) {
      const files = await readdir(join(folder, to)).catch((): string[] => []);
      return files.includes(`${reference}.txt`);
    },
  };
}
