import { expect, it } from 'vitest';
import { compareVersions } from '../../../src/library/install';

it('takes 1.10.0 for newer than 1.9.0, and 1.9.0 for as new as itself', () => {
  expect(compareVersions('1.10.0', '1.9.0')).toBeGreaterThan(0);
  expect(compareVersions('1.9.0', '1.10.0')).toBeLessThan(0);
  expect(compareVersions('2.0.0', '1.99.99')).toBeGreaterThan(0);
  expect(compareVersions('1.9.0', '1.9.0')).toBe(0);
});
