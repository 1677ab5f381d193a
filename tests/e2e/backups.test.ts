import { openInBrowser } from '../support/browser-reader';
import { backupsSuite } from './suites/backups';

backupsSuite(openInBrowser);
