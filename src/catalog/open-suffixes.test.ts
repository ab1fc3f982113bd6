import { describe, expect, it } from 'vitest';
import { clouds, isOpenToAll, openSuffixes, requiredOutbound } from './index.ts';

describe('an end of names', () => {
  it.each([
    ...['com', 'io', 'co.uk', 'live', 'space', 'club', 'blog', 'link', 'cloud'],
    ...['github.io', 's3.amazonaws.com', 'amazonaws.com', 'herokuapp.com', 'workers.dev', 'cloudfront.net'],
    ...['web.app', 'pages.dev', 'netlify.app', 'vercel.app', 'ngrok.io', 'blogspot.com', 'run.app'],
  ])('is open to all: %s', (suffix) => {
    expect(isOpenToAll(suffix)).toBe(true);
  });

  it.each([
    ...['corp', 'internal', 'local', 'lan', 'home.arpa', 'test', 'example', 'invalid', 'localhost'],
    ...['gov', 'edu', 'microsoft', 'gov.uk', 'contoso.com', 'contoso.github.io', 'isoplan'],
    ...['azure.com', 'windows.net', 'core.windows.net', 'microsoft.com', 'azureml.ms', 'azureml.net'],
    ...['anaconda.com', 'anaconda.org', 'pypi.org', 'pythonhosted.org', 'docker.io', 'vscode.dev'],
  ])('is not open to all: %s', (suffix) => {
    expect(isOpenToAll(suffix)).toBe(false);
  });
});

describe('what Azure Machine Learning requires', () => {
  const hosts = requiredOutbound.flatMap((one) => clouds.flatMap((cloud) => one.hosts?.[cloud] ?? []));
  const wildcards = [...new Set(hosts.filter((host) => host.startsWith('*.')))];

  it.each(wildcards)('has no names of strangers: %s', (host) => {
    expect(isOpenToAll(host.slice(2))).toBe(false);
  });
});

describe.each(openSuffixes)('$about', ({ suffixes }) => {
  it('are named once each, in order', () => {
    expect(suffixes).toEqual([...new Set(suffixes)].toSorted());
  });

  it('are names in small letters', () => {
    for (const one of suffixes) expect(one).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/);
  });
});
