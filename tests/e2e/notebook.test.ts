import { openInBrowser } from '../support/browser-reader';
import { notebookSuite } from './suites/notebook';

notebookSuite(openInBrowser);
