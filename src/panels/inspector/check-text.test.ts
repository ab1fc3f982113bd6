import { describe, expect, it } from 'vitest';
import { entriesOf, faultOf } from './check-text.ts';

describe('what is typed', () => {
  it('is accepted where it is right', () => {
    expect(faultOf('10.0.1.0/24', 'prefix')).toBeUndefined();
    expect(faultOf('fd00::/48', 'prefix')).toBeUndefined();
    expect(faultOf('10.0.1.4', 'address')).toBeUndefined();
    for (const ports of ['443', '8000-8010', '*']) expect(faultOf(ports, 'ports')).toBeUndefined();
  });

  it('is refused with what would be right', () => {
    expect(faultOf('10.0.1.7/24', 'prefix')).toBe(
      'No /24 begins at 10.0.1.7. The nearest begin at 10.0.1.0 and 10.0.2.0.',
    );
    expect(faultOf('10.0.1', 'prefix')).toContain('Write one such as 10.0.1.0/24');
    expect(faultOf('10.0.1.256', 'address')).toContain('no IP address');
    for (const ports of ['70000', '10-5', 'https', '1-2-3'])
      expect(faultOf(ports, 'ports')).toContain('no port');
  });

  it('is a list by commas and lines, without the empty', () =>
    expect(entriesOf('a, b,\n c,,')).toEqual(['a', 'b', 'c']));
});
