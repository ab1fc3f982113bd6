import { describe, expect, it } from 'vitest';
import { hostCovers, hostOfUrl } from './host-patterns.ts';

describe('a host pattern', () => {
  it.each([
    ['*.x.com', 'a.x.com', true],
    ['*.x.com', 'b.a.x.com', true],
    ['*.x.com', '*.a.x.com', true],
    ['*.x.com', 'x.com', false],
    ['*.x.com', 'ax.com', false],
    ['x.com', 'X.COM', true],
    ['a.x.com', '*.x.com', false],
    ['*', 'anything.at.all', true],
    ['*microsoft.com', 'www.microsoft.com', true],
    ['*microsoft.com', 'evilmicrosoft.com', true],
    ['a.*.com', 'a.b.com', false],
  ])('%s over %s: %s', (pattern, host, expected) => expect(hostCovers(pattern, host)).toBe(expected));

  it('is read from a URL filter', () => {
    expect(hostOfUrl('https://www.example.com/path/*')).toBe('www.example.com');
    expect(hostOfUrl('*.example.com/*')).toBe('*.example.com');
  });
});
