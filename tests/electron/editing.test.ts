import { editingSuite } from '../e2e/suites/editing';
import { openOnDesktop } from '../support/desktop-reader';

editingSuite(openOnDesktop, { isWhole: false });
