import type { Io } from '../cli/io.ts';
import { run } from '../cli/run.ts';

/** A terminal of its own: files by name, and all that a command says. */
export function terminalWorld(files: Readonly<Record<string, string>> = {}) {
  const written = new Map<string, string | Uint8Array>();
  const said = { out: '', err: '' };
  const failing = (code: string) => Object.assign(new Error(code), { code });
  const io: Io = {
    readText: async (path) => {
      if (path === 'folder') throw failing('EISDIR');
      const text = files[path];
      if (text === undefined) throw failing('ENOENT');
      return text;
    },
    writeFile: async (path, content) => {
      if (path.startsWith('locked')) throw failing('EACCES');
      written.set(path.replaceAll('\\', '/'), content);
    },
    isFolder: async (path) => path === 'out',
    print: (content) => {
      said.out += typeof content === 'string' ? content : `<${content.length} bytes>`;
    },
    complain: (line) => {
      said.err += `${line}\n`;
    },
    today: () => '2026-11-23',
    loadRenderer: async () => {
      throw failing('ENOENT');
    },
  };
  return { io, written, said };
}

/** Runs a command line, given whole or in words, and tells how it ended, what it said and what it wrote. */
export async function terminal(
  line: string | readonly string[],
  files: Readonly<Record<string, string>> = {},
) {
  const { io, written, said } = terminalWorld(files);
  const words = typeof line === 'string' ? line.split(' ').filter((word) => word !== '') : line;
  const status = await run(words, io);
  return { status, written, ...said };
}
