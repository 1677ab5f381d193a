import { notesSuite } from '../e2e/suites/notes';
import { openOnDesktop } from '../support/desktop-reader';

notesSuite(openOnDesktop, { isWhole: false });
