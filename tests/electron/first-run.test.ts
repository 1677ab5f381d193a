import { firstRunSuite } from '../e2e/suites/first-run';
import { openOnDesktop } from '../support/desktop-reader';

firstRunSuite(openOnDesktop);
