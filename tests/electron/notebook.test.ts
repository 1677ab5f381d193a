import { notebookSuite } from '../e2e/suites/notebook';
import { openOnDesktop } from '../support/desktop-reader';

notebookSuite(openOnDesktop, { isWhole: false });
