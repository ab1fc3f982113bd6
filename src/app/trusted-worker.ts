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
