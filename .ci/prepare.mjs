// Plain Node without packages: runs before anything is installed, and on a Node that is too old.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project, wherever it was called from. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const isWindows = process.platform === 'win32';
const stamp = join(root, 'node_modules', '.isoplan-lock');

/** Ends with one clear sentence and no stack trace. */
export function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Vite needs `require` of ES modules, which came with these versions. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const suits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!suits)
    giveUp(`Isoplan needs Node 20.19 or newer (of Node 22: 22.12); this is Node ${process.versions.node}.`);
}

/** Runs a program in the project's folder, its output shown; true when it succeeded. */
export function run(program, args, { env = {}, quiet = false } = {}) {
  const { status } = spawnSync(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    shell: isWindows,
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', quiet ? 'ignore' : 'inherit'],
  });
  return status === 0;
}

/** Path of a program that a package brought. */
export const tool = (name) => join(root, 'node_modules', '.bin', name);

const hashOfLock = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

const readOr = (path, otherwise) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
};

/** Installs the packages of the lock file unless exactly these are there; true when they are. */
export function installPackages() {
  const wanted = hashOfLock();
  if (readOr(stamp, '') === wanted) return true;
  console.log('Installing packages (npm ci) …');
  if (!run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])) {
    console.error('The packages could not be installed: see the lines above. Is the npm registry reachable?');
    return false;
  }
  writeFileSync(stamp, wanted);
  return true;
}

/** When a file or anything in a folder last changed; 0 when it is not there. */
function changedAt(path) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

/** Whether the page has to be built: it is missing, or something it is made of is newer. */
export function isPageStale() {
  const parts = ['src', 'public', 'index.html', 'package-lock.json', 'package.json', 'vite.config.ts'];
  const newest = Math.max(...parts.map((part) => changedAt(join(root, part))));
  return newest > changedAt(join(root, 'dist', 'app', 'index.html'));
}

const answers = (program) => run(program, ['--version'], { quiet: true });

/** A Chromium of the machine that really starts, or `undefined`: some distributions ship a stub. */
function systemChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => statSync(path, { throwIfNoEntry: false })?.isFile() && answers(path));
}

/** Playwright's own Chromium if it is downloaded and starts. */
async function downloadedChromium() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return statSync(path, { throwIfNoEntry: false }) && answers(path) ? path : undefined;
}

function installDistributionPackage() {
  if (process.getuid?.() !== 0 || !answers('apt-get')) return;
  console.log('Installing the chromium package of the distribution (apt-get) …');
  run('apt-get', ['update', '-q']);
  run('apt-get', ['install', '-y', '-q', 'chromium'], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
}

/** Path of a Chromium, installed if need be; `undefined` after a clear sentence when there is no way to one. */
export async function findChromium() {
  const present = systemChromium() ?? (await downloadedChromium());
  if (present) return present;
  console.log('Downloading a Chromium (playwright install chromium) …');
  run(tool('playwright'), ['install', 'chromium']);
  const downloaded = await downloadedChromium();
  if (downloaded) return downloaded;
  installDistributionPackage();
  const installed = systemChromium();
  if (!installed)
    console.error(
      'No Chromium: none is on the PATH, Playwright could not download one that starts, and no package could be installed. Install Chromium or Google Chrome and run this again.',
    );
  return installed;
}
