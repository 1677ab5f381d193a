import { namesSuite } from '../e2e/suites/names';
import { openOnDesktop } from '../support/desktop-reader';

namesSuite(openOnDesktop, { isWhole: false });
