import { offlineSuite } from '../e2e/suites/offline';
import { openOnDesktop } from '../support/desktop-reader';

offlineSuite(openOnDesktop);
