/**
 * Names that are frequent in the Andes of Peru, and words with a capital that are no names, folded: small letters
 * without accents. Source: our own list of public, common names, as families and schools there write them; it knows
 * no person, and not every name.
 */

function listOf(...words: readonly string[]): ReadonlySet<string> {
  return new Set(words.join(' ').split(' '));
}

/** Given names that are no other word. */
export const GIVEN_NAMES = listOf(
  'aaron abel abelardo abigail abraham ada adalberto adan adela adelaida adelina adolfo adrian adriana adriano',
  'agapito agripina agripino agueda agustin agustina aida alan alberta alberto aldo alejandra alejandrina alejandro',
  'alex alexander alexandra alexis alfonso alfredo alicia alina alipio alison allison alvaro amador amalia amanda',
  'amelia ana anabel analuz anastasia andrea andres andy angela angelica angelina angelo angely anghelo angie',
  'anibal anita antolin antonela antonia antonieta antonio antuca antuco antunyu anyela apolinario araceli arcadio',
  'ariana ariel aristides arnaldo artemio arturo asencio asunta aurelia aurelio awustu axel aydee bacilia balbina',
  'balbino baltazar barbara bartola bartolome basilia basilio beatriz belinda belisario benedicta benedicto benigna',
  'benita benito benjamin bernabe bernarda bernardina bernardino bernardo berta bertha beto betty bianca bonifacia',
  'bonifacio boris braulio brayan brayhan brenda brigida bruno calixto camila camilo carla carlitos carlos carlota',
  'carmela carmelo carmencita carol carolina casandra casimira casimiro catalina cayetana cayetano cecilia',
  'celedonia celedonio celestina celestino celia celina celso cesario charo chelo cipriana cipriano cirila cirilo',
  'ciro clarisa claudia claudina claudio clemente clementina cleofe cleotilde clotilde constantina constantino',
  'corina cornelia cornelio cosme crisologo crispin crispina cristel cristhian cristian cristina cristobal cynthia',
  'dalila damian damiana dani daniel daniela danilo danna danny dante dany dario darwin david dayana dayanna dayron',
  'debora delfina delia demetria demetrio denis denisse deysi deyvis diana diego dilan dina dionicia dionicio',
  'dionisia dionisio dominga domitila donata donato doris dorotea dunisiya dylan edelmira eder edgar edgardo',
  'edilberto edison edith edmundo eduarda eduardo edwar edward edwin efrain eladio elard elena eleodoro eleuteria',
  'eleuterio eliana elias eliazar eliel elisa elisabeth eliseo elizabeth elma elmer eloy elsa elva elvira emely',
  'emerson emilia emiliana emiliano emilio enma enrique epifania erica erick erika ermelinda ernestina ernesto',
  'escolastica esmeralda estanislao esteban estefani estefany estela ester esther eudocia eufemia eugenia eugenio',
  'eulalia eulogia eulogio eusebia eusebio eva evaristo evelin evelyn fabian fabiana fabiola fabricio fatima',
  'faustina faustino fausto federico felicia feliciana feliciano felicitas felipa felipe felix fermin fermina',
  'fernanda fernandina fernando fidel fidelia fidencia fidencio filomena filomeno fiorella florencia florencio',
  'florentina florentino florinda fortunata francisca francisco franklin fransisku freddy fredy froilan gabina',
  'gabino gabriel gabriela gaby gael gavino genaro genoveva georgina geraldine gerardo german gerson gertrudis gian',
  'gianella gilberto gilda gilmer gina giovana giovanni gisela gladis gladys glicerio godofredo gonzalo graciela',
  'gregoria gregorio grimaldo guido guillermina guillermo gumercinda gustavo harold haydee hector heidi henry',
  'heraclio heriberto herlinda hermelinda hermenegilda hermenegildo herminia herminio hernan hilaria hilario hilda',
  'hipolita hipolito honorata honorato honorio horacio hugo hulya hulyan humberto huse husiy huwan hwan ian ignacia',
  'ignacio iker ildefonso imelda ines irene irma isaac isabel isabela isaias isidora isidoro isidro ismael ivan',
  'ivonne jacinta jacinto jackeline jacobo jaime jair jairo janet janeth javier jeferson jefferson jenny jeremias',
  'jeremy jerson jesica jessica jeyson jhampier jhoana jhoel jhon jhonatan jhonny jhordan jhoselin jhoselyn jhosep',
  'jhosselyn joaquin joel johan jonathan jorge jose josefa josefina joselito joselyn joseph josias josue juan juana',
  'juancho juancito juanita juanito judith julia julian juliana juliano julieta justina justino juvenal karen',
  'karina karla katherine kathy katia katy keiko kelly kely kenyi kevin kiara laura laureana laureano leandra',
  'leandro leidi leonardo leoncia leoncio leonel leonidas leonor leopoldo leslie leticia leydi liam lidia lili',
  'lilian liliana lisbeth liseth lizandro lizbeth lizeth lorena lorenza lorenzo lourdes luana lucas luchito lucia',
  'luciana luciano lucila lucinda lucio lucrecia luis luisa luisito lupe lurinsu luwis luzmarina luzmery luzmila',
  'lydia macario macedonia macedonio magali magaly magdalena maicol maikol manuel manuela manuelita manwil marcela',
  'marcelina marcelino marcelo marcosa margarito margot mari maria mariana mariano maribel maricielo maricruz',
  'mariela marielena marilin marilu mario marisela marisol maritza mariya mariyacha mariyanu marleni marleny marta',
  'martha martin martina maruja mary maryori mateo matias matilde mauricio mauro maxi maximiliana maximiliano',
  'maximina maximino maycol mayra mayumi meche melania melany melchor melchora melisa melissa melquiades mercedita',
  'mia micaela michael miguel miguelina mijael mikayla milagritos milder milton mirella miriam mirtha misael moises',
  'monica nadia nancy naomi natali natalia nataly nayeli nayely nazaria nazario nelida nelly nelson nely nemesia',
  'nemesio nery nestor nicanor nicolas nicolasa nicole nicomedes nilda nilton noel noelia noemi nora norberto',
  'octavia octavio odilon ofelia olga olimpia olinda oliver olivia omar orlando oscar oswaldo otilia pablina pablo',
  'pancha panchita pancho paola pascuala patricia patricio paula paulina paulino paulo pawlina pawlu pedrina',
  'pedrito pedro pelagia pepe percy petronila phransisku pidru pidrucha pilar policarpio porfirio primitiva',
  'prudencio raimundo ramiro ramon ramona raquel raul raymunda rebeca regina reyna reynaldo ricardina ricardo',
  'richard rigoberto rita robert roberta roberto rocky rodolfo rodrigo rogelio rolando roly romulo ronald ronaldo',
  'rony rosabel rosalba rosalia rosalina rosalinda rosalvina rosaura rosmeri rosmery roxana ruben rudy rufina',
  'rufino rusacha ruth sabina sabino saida samuel sandra santosa santusa satuku saturnina saturnino saul sayda',
  'sayuri sebastian sebastiana sebastiano segundina selena serafin serafina serapio sergio severina severino sharon',
  'sheila sheyla shirley silvano silveria silverio silvia simeon simeona simon simona sixta sixto sofia sonia',
  'susana susy tadea tadeo tania tatiana teodora teodoro teodosia teofila teofilo teresa teresita thiago tiburcia',
  'tiburcio timotea timoteo tomasa toribia toribio treysi tulio tumasa uldarico ulises ursula valentin valentina',
  'valeria valeriana valeriano valerio valery vanesa vanessa venancio veronica vicenta vicente victor victoriano',
  'victorio vidal vilma vincent virgilio virginia virginio viviana vladimir walter wendy wiktur wilber wilbert',
  'wilder wilfredo william williams wilmer wilson xiomara yadira yamile yamilet yanet yaneth yanira yeison yeni',
  'yeny yesenia yesica yessenia yessica yhon yhoselin yhoselyn yobana yoel yohana yolanda yony yordan yovana yudith',
  'yuli yuliana yulisa yuly yuri zacarias zaida zenaida zenobia zenon zoe zoila zosima zosimo',
);

/** Family names that are no other word. */
export const FAMILY_NAMES = listOf(
  'acevedo acosta acuna aguilar aguirre alanoca alarcon alata alatrista alfaro allauca allca allcca alvarado',
  'alvarez alvites ampuero anahua anampa anaya ancasi anccasi ancco anco andia aparco apari aparicio apaza aquino',
  'aquise aragon aranda araujo arce arestegui arias arizapana arone arotinco arotoma aucapuri aucasi aucca',
  'auccapuclla auccasi ayala ayme ayquipa ayvar azana balboa baldeon balvin barboza barrientos barrionuevo barzola',
  'basurto bautista bejar bellido beltran benavente benavides bendezu benites bermudez berrocal buendia bustamante',
  'cabezudo caceres cahuana cahuapaza calcina calderon calisaya callanaupa callapina calloapaza calsina camargo',
  'camasca canahua canchari canchi cancho cansaya cantoral carbajal cardenas cardoza carhuamaca carhuapoma carhuas',
  'carpio carrasco carrillo casaverde castaneda castro catacora cayllahua ccaccya ccahua ccahuana ccallo ccama',
  'ccanto ccasa ccasani ccencho ccente cconislla ccopa ccora ccorahua ccori ccoyllo ccoyori cervantes cespedes',
  'chaccara chacchi chacon chahua chahuaylla challcha challco chambi champi chancahuana chara charca chate chavez',
  'checca chipana chirinos chirme choquecahua choquecota choquehuanca chuchon chumbes chumpitaz chuquimamani chura',
  'churata ciprian cisneros coaquira coila colca collado colque condo condori conislla contreras cordova cornejo',
  'cortez cotrina crisostomo curasi curitumay cusihuaman cusipaucar cutipa cutire davila delacruz delgadillo diaz',
  'dominguez duenas echegaray encinas enciso escalante escobar escobedo espillco espinosa espinoza estrada farfan',
  'fernandez figueroa florez fonseca galindo gallegos galvez gamarra gamboa garay garcia garibay gaspar godoy gomez',
  'gonzales gonzalez guevara guillen gutierrez guzman hancco haro hernandez herrera hilari hinostroza huacachi',
  'huaccachi huachaca huahuasoncco hualla huallpayunca huaman huamancusi huamani huamanlazo huamantica huamanvilca',
  'huambo huanacuni huanca huancachoque huancahuari huancco huaranca huarancca huarcaya huarhua huaripata huaroto',
  'huarsaya huayhua huayhuas huaylla huayllani huayllasco huaynate huicho huillca huisa humpire ibanez ibarra',
  'incarroca inquiltupa ircanaupa jaimes janampa jaramillo jauregui jeri jimenez juarez laime lara layme ledesma',
  'limachi lizana lizarbe llacctahuaman llacsa llallahui llamocca llasaca lluncor lopez lozano lujan lupaca luque',
  'maldonado mamani mancilla manrique maraza marmanilla marquez marquina martinez maurico mayhua mayhuire mayorga',
  'mejia melendez melgar mendez mendoza meneses miranda misaico mitma molina monge montalvo montano montoya moscoso',
  'moya munoz murillo nahui najarro narrea naupa naupari naupas navarrete neyra ninahuaman ninahuanca ninantay noa',
  'noriega nunez obregon ocampo ochoa ojeda olarte olivares olivera onofre ordonez orellana orosco orozco ortega',
  'ortiz oscco osorio oyola pacco pachari pacheco pacsi padilla paitan palomino parhuay pariona paucar paucara',
  'paullo paye peralta perez pillaca pillpinto pinares pineda pizarro poccori polanco ponce puchuri puclla',
  'pumacahua pumahuallcca pumasupa pumayauri quicana quilca quincho quinones quinonez quintana quiquin quiroz',
  'quisiyupanqui quispe quispecondori quispehuaman quispetupa quispitupa ramirez rayme remon rengifo retamozo',
  'reynaga reynoso ricra rimachi rivas rivera rivero rocha rodas rodriguez roldan romani ruiz sacsara sairitupac',
  'salazar salcedo saldana sanchez sandoval santillan saravia sarmiento sayritupa serna sicha sihuincha silva',
  'silvera simbron sinsaya socualaya solano soliz solorzano sonco sosa soto suarez sulca sulcaray sullca taboada',
  'tacas tacuri taipe tapahuasco tapara taype tello tenorio ticlla ticona ticse tineo titto tomaylla torrez tovar',
  'trejo tristan tucno tupa turpo tutaya ucharima ugarte umeres urbina uribe urquizo urrutia uscamayta uscata',
  'uturunco valdez valdivia valdivieso valenzuela vallejo vallejos valverde vargas vasquez vazquez vega velarde',
  'velasco velasque velasquez venegas vergara vidalon vilca vilcahuaman vilcapoma vilcas vilchez villafuerte',
  'villagaray villalba villanueva villavicencio villca villegas viza vizcarra yaguno yanama yanqui yapo yaranga',
  'yarihuaman yarleque yauli ylla yucra yupanqui zambrano zamora zanabria zapana zapata zarate zavala zea zegarra',
  'zevallos zuniga zunigo',
);

/** Names that are other words, too. */
export const NAMES_AND_WORDS = listOf(
  'abril alba alegria alma alva amada amado amor amparo angel angeles armando arroyo ascencio asuncion augusta',
  'augusto auqui aurora azucena benigno blanca blanco bustos caballero cabana cabrera camacho campana campos',
  'candelaria cano caridad carmen carrera castor celeste cesar chela chino cielo clara concepcion consuelo cordero',
  'coronado coronel cruz cuaresma cuba cusi dalia delfin dolores domingo dora dulce duran emma emperatriz',
  'encarnacion espejo esperanza estrella flor flora flores fortunato franco fuentes gavilan gema gloria gracia',
  'guadalupe guerra guerrero hermoza hinojosa huaccha huallpa huaraca huayna huayta infante inocencia inocencio',
  'iris israel jade jazmin jean jesus julio justa justo lalo lazo leo leon leona linda lino lirio lucero lucho luna',
  'luz mar marcial marco marcos margarita marin marina mariscal mercedes merino mila milagro milagros mina modesta',
  'modesto montes mora morales natividad navarro nieves norma oliva olmos paco palacios palma paloma parejo',
  'parra pascual paz peregrina perla piedad pinto pio placida placido poma porras portugal prado prudencia puma',
  'quilla ramos reina rey reyes rios robles rocio rojas roman romero rosa rosales rosario rosas rosita rubi salas',
  'salinas salome salvador santiago santos sara sarita segovia segundo serrano severa severo sierra silvestre',
  'socorro sol soledad solis tinco tito tomas tono toro trinidad urbana urbano urpi valencia valle valles vera',
  'victoria villar violeta',
);

/** Words for people and how they are addressed, besides those of the pictures. */
export const ROLE_WORDS = listOf(
  'senor senora senorita senores senoras don dona mami mamita mamacita papi papito papacito madre madres padre',
  'padres tio tia tios tias tiito tiita primo prima primos primas primito primita hermano hermana hermanos hermanas',
  'hermanito hermanita hermanitos hermanitas abuelo abuela abuelos abuelas abuelito abuelita abuelitos abuelitas',
  'bisabuelo bisabuela esposo esposa marido mujer hombre hijo hija hijos hijas sobrino sobrina nieto nieta cunado',
  'cunada suegro suegra yerno nuera padrastro madrastra hermanastro hermanastra padrino madrina ahijado ahijada',
  'compadre comadre amigo amiga amigos amigas amiguito amiguita companero companera companeros companeras vecino',
  'vecina vecinos vecinas profesor profesora profesores profesoras profe maestro maestra director directora',
  'auxiliar alumno alumna doctor doctora doctorita enfermero enfermera obstetra tecnico tecnica promotor promotora',
  'gestor gestora facilitador facilitadora ingeniero ingeniera alcalde alcaldesa presidente presidenta gobernador',
  'gobernadora teniente juez comunero comunera comuneros rondero rondera regidor regidora policia chofer pastor',
  'cura monja nino nina ninos ninas bebe joven jovenes senorcito dios diosito virgen mama tayta mamay taytay',
  'mamayki taytayki mamanchik taytanchik mamaku taytaku mamacha taytacha mamitay papay wawqi wawqiy wayqi wayqiy',
  'turi turiy tura turay pani paniy pana panay nana nanay ipa ipay kaka kakay tiyu tiyuy tiya tiyay awicha machula',
  'apucha abuelay abuelitay hatun wawa wawachay churi churiy ususi warmi qari qhari qusa qusay runa runakuna warma',
  'irqi sipas wayna maqta pasna masi masiy yanaqi amigu amiguy amigay prusisur prufisur yachachiq yachachiqniy',
  'wasimasi wasimasiy kamachikuq alkalde ayllu aylluy paya machu mom mum mommy mummy dad daddy mother father',
  'grandma grandpa granny grandmother grandfather aunt auntie aunty uncle cousin cousins sister sisters brother',
  'brothers friend friends neighbour neighbours neighbor teacher teachers nurse mister miss mrs mr ms sir madam',
  'lady man woman boy girl child children baby god lord',
);

/** Words after which a name comes that may be another word: "mi prima Luz". */
export const BEFORE_NAMES = listOf(
  'don dona senor senora senorita tio tia primo prima primito primita hermano hermana hermanito hermanita abuelo',
  'abuela abuelito abuelita esposo esposa hijo hija sobrino sobrina nieto nieta cunado cunada padrino madrina',
  'compadre comadre amigo amiga amiguito amiguita companero companera vecino vecina profesor profesora profe',
  'maestro maestra director directora doctor doctora enfermero enfermera promotor promotora gestor gestora',
  'ingeniero ingeniera llama llamo llamaba llamada llamado wawqiy wayqiy turiy turay paniy panay nanay ipay kakay',
  'tiyuy tiyay amiguy amigay sutiy sutin sutiyqa sutinqa sutiymi aunt auntie aunty uncle cousin sister brother',
  'friend neighbour neighbor teacher nurse mrs mr ms miss named called',
);

/** Words with a capital that are neither people nor places. */
export const OTHER_CAPITALS = listOf(
  'chanka collao dr dra sr sra srta prof ing lic',
  'juntos qali beca pension cuna mas sis dni reniec minsa minedu ugel pronoei wawa wasi navidad pascua pascuas',
  'semana carnaval carnavales corpus christi inti raymi yarqa aspiy santos difuntos candelaria reyes senor senora',
  'nuestra trinidad espiritu cristo biblia iglesia evangelica catolica lunes martes miercoles jueves viernes sabado',
  'domingo enero febrero marzo abril mayo junio julio agosto setiembre septiembre octubre noviembre diciembre',
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august',
  'september october november december christmas easter carnival i im ive ill id spanish english quechua quechuas',
  'castellano espanol espanola ingles aimara aymara runasimi peruano peruana peruanos peruanas peruvian andino',
  'andina andes ayacuchano ayacuchana cusqueno cusquena pachamama mamapacha apu apus wamani illa llaqta youtube',
  'facebook tiktok whatsapp google internet android tablet sol soles inca barcelona alianza universitario san santa',
  'santo saint me te se lo le les los las el un una unos unas mi tu su mis tus sus yo ella ellos ellas nosotros',
  'usted ustedes si no ni que como cuando donde porque pero aqui ahi alli muy tambien para por con sin hay este',
  'esta eso ese esa my the this that and but he she it we they you our his her their yes when where because here',
  'there incas',
);

/** Places that children of the southern Andes tell of. */
export const PLACES = listOf(
  'peru bolivia chile ecuador colombia brasil argentina venezuela espana america sudamerica europa mexico italia',
  'usa amazonas ancash apurimac arequipa ayacucho cajamarca callao cusco cuzco huancavelica huanuco ica junin',
  'libertad lambayeque lima loreto moquegua pasco piura puno tacna tumbes ucayali vraem huamanga huanta cangallo',
  'parinacochas lucanas sucre fajardo vilcashuaman huancasancos sancos puquio coracora chuschi sarhua',
  'vinchos quinua tambo ocros chiara socos acocro pampas querobamba huancapi pausa sivia llochegua pichari kimbiri',
  'luricocha iguain huamanguilla pacaycasa ticllas totos paras quispillacta canaria apongo cayara andahuaylas',
  'abancay chincheros aymaraes antabamba cotabambas grau tambobamba chalhuanca talavera huancayo jauja satipo',
  'chanchamayo tayacaja angaraes lircay acobamba churcampa castrovirreyna huaytara chupaca urubamba pisac calca',
  'quillabamba sicuani canchis canas chumbivilcas espinar acomayo paruro paucartambo anta quispicanchi urcos',
  'ollantaytambo machupicchu machu picchu sacsayhuaman maras moray ocongate ausangate yauri juliaca azangaro',
  'ayaviri huancane lampa ilave yunguyo juli chucuito titicaca nazca pisco chincha canete chorrillos',
  'surquillo lurigancho chosica vitarte comas rimac vilcanota mantaro rasuwillka qarwarasu wari tawantinsuyo',
  'tahuantinsuyo',
);

/** Words after which a word with a capital is a place or an institution: "en Sarhua", "cerro Rasuwillka". */
export const BEFORE_PLACES = listOf(
  'en desde hasta hacia comunidad pueblo anexo distrito provincia region departamento caserio barrio sector poblado',
  'centro ciudad rio cerro laguna lago nevado apu wamani quebrada valle puente iglesia capilla colegio escuela',
  'institucion jardin inicial hospital posta plaza plazuela parque calle jiron avenida mercado feria estadio club',
  'hacienda fundo mina carretera camino programa proyecto banco radio canal equipo in at from near village town',
  'district province river hill mount lake school street market programme program',
);

/** Words after which a name is a saint's, as in "fiesta de San Juan". */
export const BEFORE_SAINTS = listOf('san santa santo virgen saint');

/** Names that everybody knows, and feasts. */
export const SAYINGS: readonly string[] = [
  'nino jesus',
  'virgen del carmen',
  'virgen del rosario',
  'virgen de la candelaria',
  'virgen de la asuncion',
  'virgen de la natividad',
  'virgen de las mercedes',
  'virgen de guadalupe',
  'senor de los milagros',
  'cruz de mayo',
  'tupac amaru',
  'micaela bastidas',
  'cesar vallejo',
  'jose maria arguedas',
  'jesus nazareno',
  'carmen alto',
  'victor fajardo',
];
