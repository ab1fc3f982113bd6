import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { wholeNames } from './whole-names.ts';

const markup = (sentence: string) => renderToStaticMarkup(wholeNames(sentence));

it('keeps a name with hyphens on one line', () => {
  expect(markup('into pep-storage-blob now')).toContain('inline-block">pep-storage-blob</span> now');
});

it('breaks a host name or a type after its dots and slashes alone', () => {
  expect(markup('of privatelink.api.azureml.ms')).toContain('privatelink.<wbr/>api.<wbr/>azureml.<wbr/>ms');
  expect(markup('Microsoft.ContainerInstance/containerGroups')).toContain(
    'Microsoft.<wbr/>ContainerInstance/<wbr/>containerGroups',
  );
});

it('sets what stands between backticks as code', () => {
  expect(markup('Use `az ml compute connect-ssh` instead')).toMatch(
    /Use <code class="mono" style="white-space:nowrap[^>]*>az ml compute connect-ssh<\/code> instead/,
  );
});
