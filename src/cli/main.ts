import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fontFileNames } from '#exporters';
import type { Io } from './io.ts';
import { run } from './run.ts';

const besideProgram = dirname(fileURLToPath(import.meta.url));

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

const io: Io = {
  readBytes: async (path) => (path === '-' ? await readStandardInput() : await readFile(path)),
  writeFile: async (path, content) => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  },
  isFolder: async (path) => {
    try {
      return (await stat(path)).isDirectory();
    } catch {
      return false;
    }
  },
  print: (content) => {
    process.stdout.write(content);
  },
  complain: (line) => {
    process.stderr.write(`${line}\n`);
  },
  today: () => {
    const now = new Date();
    const digits = (number: number) => String(number).padStart(2, '0');
    return `${now.getFullYear()}-${digits(now.getMonth() + 1)}-${digits(now.getDate())}`;
  },
  loadRenderer: () => readFile(join(besideProgram, 'resvg.wasm')),
  loadFonts: async () =>
    Object.fromEntries(
      await Promise.all(
        fontFileNames.map(
          async (name) => [name, await readFile(join(besideProgram, 'fonts', `${name}.woff2`))] as const,
        ),
      ),
    ),
};

// A reader that closes the pipe early, such as `head`, has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2), io);
