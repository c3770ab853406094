/** English words for what shops sell, the work that is done for money, and who does it. `*` ends a stem. */
export const GOODS: Record<string, string> = {
  goods: `bread* loaf loaves roll rolls bun buns bagel* croissant* cake* cupcake* pie pies tart tarts cookie* biscuit* scone* muffin* doughnut* donut* brownie* pastry pastries pizza* burger*
    sandwich* salad* soup soups curry curries sushi taco* burrito* noodle* pasta rice steak* chicken* beef pork lamb turkey ham bacon sausage* fish salmon tuna prawn* oyster* egg eggs cheese* butter
    cream yogurt honey jam jams chutney* sauce* oil oils vinegar salt spice* herb herbs tea teas coffee* espresso bean beans beer* ale wine* whisky gin vodka cider juice* smoothie* chocolate* sweets
    candy fudge ice-cream fruit* apple* pear* plum* cherry cherries berry berries strawberr* peach* lemon* orange* banana* grape* potato* tomato* onion* carrot* mushroom* garlic vegetable* veg nut nuts
    flower* bouquet* rose* tulip* lily lilies orchid* plant plants seedling* tree* shrub* bulb* seed seeds compost soil hay feed wreath*
    dress* shirt* blouse* skirt* trouser* jeans jacket* coat* jumper* sweater* hoodie* cardigan* sock* shoe* boot boots sandal* trainers sneakers slipper* hat hats cap caps scarf scarves glove* belt* tie ties suit*
    apron* bag bags handbag* tote* purse* wallet* backpack* watch* ring rings necklace* bracelet* earring* jewel* bead beads
    table* chair* sofa* couch* bed beds mattress* wardrobe* shelf shelves bookcase* cupboard* desk desks lamp* light lights rug rugs carpet* curtain* blind blinds cushion* pillow* blanket* quilt* towel* mirror* frame frames
    vase* bowl* plate* mug mugs cup cups glass glasses teapot* kettle* pan pans pot pots knife knives fork* spoon* jar jars bottle* candle* soap* lotion* cream perfume* shampoo* balm*
    book* notebook* card cards poster* print prints painting* calendar* sticker* label* invitation* brochure* flyer* leaflet* magnet* badge* pen pens pencil* ink toner paper stamp*
    bike* bicycle* tyre* tire tires helmet* saddle* scooter* tent tents kayak* boat* skis surfboard* rod rods
    guitar* violin* piano* cello* drum* string strings record records vinyl camera* lens lenses headphone* speaker* charger* cable* laptop* tablet* phone* console* keyboard* toy toys puzzle* doll dolls game games kit kits
    drill* saw saws hammer* screw* nail* bolt* hinge* hook* lock locks key keys paint* varnish* wood timber tile tiles brick* pipe* tap taps boiler* heater* radiator* oven* fridge* freezer* dishwasher* dryer* vacuum* battery batteries bulb filter* hose*
    door doors window* gate gates fence* shed* roof gutter* deck* floor* stair* wall walls`,
  work: `repair* fix fixing mend* install* fitting fitted clean cleaning wash* paint* decorat* build* renovat* restor* tune tuning service servic* maint* mow* prun* trim* haircut* cut colour color braid* manicure* pedicure* facial*
    massage* wax* tan tattoo* pierc* groom* board boarding walk* train* tutor* teach* lesson* class* course* workshop* coach* therap* session* checkup* check-up exam* consult* appointment* cater* photograph* shoot* film* record* edit* proofread*
    translat* write* design* print* engrav* embroider* alter* hem hemming tailor* sew* upholster* frame framing deliver* move moving removal* haul* store storage rent* hire charter* tour* guide* stay* host* bookkeep* account* tax* notar* legal insur* valet* detail* tow*`,
  staff: `guy guys man men lady woman girl boy fellow chap driver* courier* technician* engineer* plumber* electrician* builder* painter* cleaner* gardener* mechanic* waiter* waitress* receptionist* chef* cook barber* stylist* hairdresser* groomer* tutor*
    teacher* instructor* coach trainer* therapist* dentist* doctor* nurse* vet carer* photographer* guide host hostess landlord* agent* lawyer* solicitor* accountant* assistant* colleague* staff team crew manager* owner* boss someone somebody anyone anybody nobody everyone`,
  hurt: `hurt* injur* cut bleed* burn* scald* sick ill ache* pain* poison* allerg* rash* hospital fever limp* wound* slip* fell fall shock* danger* unsafe smoke fire gas flood* mould* mold* insect* maggot* cockroach* mouse rat bone glass hair metal plastic`,
  event: `wedding* birthday* party parties funeral* anniversar* christening* conference* interview* exam* holiday* christmas easter graduation* reception* ceremony prom ball`,
  wrecked: `ruin* spoil* spoilt wilt* brown stale soggy cold burnt raw rotten sour dry dead dented cracked crack* chipp* scratch* torn rip* tear* broke* snap* split* leak* drip* peel* fade* shrunk shrank stain* dirty filthy smell* stink* stank reek* mouldy moldy wobbl* crooked uneven blurry patchy loose bent
    collaps* fell late missing wrong empty short lost forgot* ignored rude shout* swore argu* laugh* shrug* hung`,
  firm: `we our us company firm agency factory manufacturer* supplier* exporter* team clients customers businesses brands services solutions experts specialists specialise specialize provide offer* supply produce deal export help boost grow increase improve reach generate save reduce outsource free audit catalogue catalog moq samples quotation price-list portfolio`,
};
