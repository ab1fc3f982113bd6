import { isValidElement, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { breakable, withAddresses } from './breakable.ts';

/** Text as it is read, with `|` where it may break within a name and `[ ]` around what stays whole while it can. */
function marked(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(marked).join('');
  if (!isValidElement<{ children?: ReactNode }>(node)) return String(node ?? '');
  return node.type === 'wbr' ? '|' : `[${marked(node.props.children)}]`;
}

describe('words of a cell', () => {
  it('break after the dots and before the capitals of one name', () => {
    expect(marked(breakable('changelogs.ubuntu.com'))).toBe('[changelogs.]|[ubuntu.com]');
    expect(marked(breakable('AzureResourceManager'))).toBe('Azure|Resource|Manager');
    expect(marked(breakable('AzureFrontDoor.FirstParty'))).toBe('[Azure|Front|Door.]|[First|Party]');
    expect(marked(breakable('MicrosoftContainerRegistry.westeurope'))).toBe(
      '[Microsoft|Container|Registry.]|[westeurope]',
    );
  });

  it('break between several names first', () =>
    expect(marked(breakable('pypi.org, changelogs.ubuntu.com'))).toBe(
      '[pypi.org,] [[changelogs.]|[ubuntu.com]]',
    ));

  it('have their addresses set apart', () =>
    expect(marked(withAddresses('The next free: 10.0.1.4, 10.0.1.5'))).toBe(
      'The next free: [10.0.1.4], [10.0.1.5]',
    ));

  it('have a run of addresses set apart as one', () =>
    expect(marked(withAddresses('The next free: 10.0.1.4 – .7'))).toBe('The next free: [10.0.1.4 – .7]'));
});
