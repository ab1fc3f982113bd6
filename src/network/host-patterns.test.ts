import { describe, expect, it } from 'vitest';
import { hostCovers, urlHostCovers } from './host-patterns.ts';

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
});

describe('a URL filter', () => {
  it.each([
    ['https://www.example.com/*', 'www.example.com', 'yes'],
    ['*.example.com/*', 'www.example.com', 'yes'],
    ['www.example.com:443/*', 'www.example.com', 'yes'],
    ['www.example.com/path/*', 'www.example.com', 'maybe'],
    ['www.example.com', 'www.example.com', 'maybe'],
    ['www.example.org/*', 'www.example.com', 'no'],
  ])('%s over %s: %s', (url, host, expected) => expect(urlHostCovers(url, host)).toBe(expected));
});
