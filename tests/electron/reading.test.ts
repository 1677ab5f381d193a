import { readingSuite } from '../e2e/suites/reading';
import { openOnDesktop } from '../support/desktop-reader';

readingSuite(openOnDesktop);
