import { notFetched } from '#model';

interface ScriptPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

const isOwn = (url: string): boolean => new URL(url, document.baseURI).origin === window.location.origin;

const rules: ScriptPolicy = {
  createScriptURL: (url) => {
    if (!isOwn(url)) throw new Error(`Worker of another origin: ${url}`);
    return url;
  },
};

/** The one policy that the content security policy names: workers of our own origin, and nothing else. */
const policy: ScriptPolicy =
  (window as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('isoplan', rules) ?? rules;

/** A module worker from a URL that the build has made. */
export const startWorker = (url: string): Worker =>
  new Worker(policy.createScriptURL(url), { type: 'module' });

/** A worker that starts when it is first wanted, and anew where it ended, if only before anybody asked it. */
export function workerOnUse(url: string) {
  let worker: Worker | undefined;
  /** Whoever hears late of the end of one ends no other. */
  const end = (one: Worker) => {
    one.terminate();
    if (worker === one) worker = undefined;
  };
  const get = (): Worker => {
    if (worker) return worker;
    const fresh = startWorker(url);
    fresh.addEventListener('error', () => end(fresh));
    worker = fresh;
    return fresh;
  };
  return { get, end };
}

/** Why a worker ended: its code did not come, of which it has no message, or of which it says so itself. */
export const reasonOfEnd = ({ message }: Partial<ErrorEvent>, otherwise: string): string =>
  message?.endsWith(notFetched) === false ? otherwise : notFetched;
