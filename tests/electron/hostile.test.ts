import { hostileSuite } from '../e2e/suites/hostile';
import { openOnDesktop } from '../support/desktop-reader';

hostileSuite(openOnDesktop);
