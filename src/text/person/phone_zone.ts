import { outermost, zonesOfCountry } from '../when/place/country_zones.ts';
import { countryOf } from './phone.ts';

/** So many signs of a number in E.164 say where it is from: +1 and an area, or a country and what follows. */
export const ZONE_PREFIX = 5;

/**
 * Area codes of the North American numbering plan (nanpa.com) that lie in one zone, by that zone; of those that lie in two, both. Whoever took
 * their number along when they moved is at most a few hours off.
 */
const AREAS: readonly (readonly [zones: string, codes: string])[] = [
  [
    'America/New_York',
    '203 475 860 959 302 202 771 239 305 321 324 352 386 407 561 645 656 689 727 728 754 772 786 813 863 904 941 954 229 404 470 478 678 706 762 770 912 943 339 351 413 508 617 774 781 857 978 227 240 301 410 443 667 207 231 248 269 313 517 586 616 679 734 810 947 989 252 336 472 704 743 828 910 919 980 984 603 201 551 609 640 732 848 856 862 908 973 212 315 329 332 347 363 516 518 585 607 624 631 646 680 716 718 838 845 914 917 929 934 216 220 234 283 326 330 380 419 436 440 513 567 614 740 937 215 223 267 272 412 445 484 570 582 610 717 724 814 835 878 401 803 821 839 843 854 864 276 434 540 571 686 703 757 804 826 948 802 304 681 502 859 260 317 463 765 865',
  ],
  [
    'America/Toronto',
    '226 249 289 343 365 382 416 437 519 548 613 647 683 705 742 753 905 942 263 354 367 418 438 450 468 514 579 581 819 873',
  ],
  [
    'America/Chicago',
    '205 251 256 334 659 938 327 479 501 870 319 515 563 641 712 217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872 316 913 225 318 337 504 985 218 320 507 612 651 763 924 952 235 314 417 557 573 636 660 816 975 228 601 662 769 405 539 572 580 918 402 531 262 274 353 414 534 608 715 920 210 214 254 281 325 346 361 409 430 469 512 682 713 726 737 806 817 830 832 903 936 940 945 956 972 979 615 629 731 901',
  ],
  ['America/New_York America/Chicago', '448 850 906 219 574 812 930 270 364 606 423 931'],
  ['America/Chicago America/Denver', '620 785 308 701 605 432'],
  ['America/Denver', '303 719 720 970 983 385 435 801 505 575 307 406 915'],
  ['America/Denver America/Phoenix', '928'],
  ['America/Phoenix', '480 520 602 623'],
  ['America/Denver America/Los_Angeles', '208 986 458 541'],
  [
    'America/Los_Angeles',
    '209 213 279 310 323 341 350 357 369 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 738 747 760 805 818 820 831 837 840 858 909 916 925 949 951 206 253 360 425 509 564 503 971 702 725 775',
  ],
  ['America/Anchorage', '907'],
  ['Pacific/Honolulu', '808'],
  ['America/Toronto America/Winnipeg', '807'],
  ['America/Winnipeg', '204 431 584'],
  ['America/Regina', '306 474 639'],
  ['America/Edmonton', '368 403 587 780 825'],
  ['America/Edmonton America/Vancouver', '250'],
  ['America/Vancouver', '236 257 604 672 778'],
  ['America/Halifax', '428 506 782 902'],
  ['America/Halifax America/St_Johns', '709 879'],
  ['Pacific/Guam', '670 671'],
  ['Pacific/Pago_Pago', '684'],
  [
    'America/New_York America/Puerto_Rico',
    '242 246 264 268 284 340 345 441 473 649 658 664 721 758 767 784 787 809 829 849 868 869 876 939',
  ],
];
const BY_AREA = new Map(AREAS.flatMap(([zones, codes]) => codes.split(' ').map((code) => [code, zones.split(' ')])));
/** A number of that plan that is of no place (8xx), or of an area that is newer than this list. */
const ANYWHERE = ['America/St_Johns', 'Pacific/Honolulu'];

/** The IANA zones in which whoever has a number may be, by its first `ZONE_PREFIX` signs or all of it: those at the edges. Empty: it is none. */
export function zonesOfPhone(number: string): string[] {
  if (!/^\+\d{2,}/.test(number)) return [];
  const [, area] = /^\+1(\d{3})/.exec(number) ?? [];
  if (number.startsWith('+1')) return outermost(BY_AREA.get(area ?? '') ?? ANYWHERE);
  return [...zonesOfCountry(countryOf(number, ''))];
}
