import type { Io } from '../cli/io.ts';
import { run } from '../cli/run.ts';
import type { Renderer } from '../cli/svg-to-png.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A terminal of its own: files by name, all that a command says, and the renderer of pictures where it is given. */
function terminalWorld(files: Files = {}, renderer?: Renderer) {
  const written = new Map<string, string | Uint8Array>();
  const said = { out: '', err: '' };
  const failing = (code: string) => Object.assign(new Error(code), { code });
  const io: Io = {
    readBytes: async (path) => {
      if (path === 'folder') throw failing('EISDIR');
      const content = files[path];
      if (content === undefined) throw failing('ENOENT');
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
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
      if (!renderer) throw failing('ENOENT');
      return renderer.wasm;
    },
    loadFonts: async () => {
      if (!renderer) throw failing('ENOENT');
      return renderer.fonts;
    },
  };
  return { io, written, said };
}

/** Runs a command line, given whole or in words, and tells how it ended, what it said and what it wrote. */
export async function terminal(line: string | readonly string[], files: Files = {}, renderer?: Renderer) {
  const { io, written, said } = terminalWorld(files, renderer);
  const words = typeof line === 'string' ? line.split(' ').filter((word) => word !== '') : line;
  const status = await run(words, io);
  return { status, written, ...said };
}
