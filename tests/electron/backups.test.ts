import { backupsSuite } from '../e2e/suites/backups';
import { openOnDesktop } from '../support/desktop-reader';

backupsSuite(openOnDesktop);
