/**
 * The words that pupils' cards are made of: everyday French nouns of four to ten letters, none of
 * them rude, sad, or said of people to hurt. Once accents are taken away no two are the same, nor
 * the same but for one letter, so that a slip never makes another card.
 *
 * A card of four words drawn evenly from 1,948 has log2(1,948^4) = 43.7 bits: among
 * 100,000 cards, one guess finds one with a chance of 1 in 144 million.
 */
export const cardWords: readonly string[] = `
abeille abricot acacia acajou accordéon accueil acrobate acteur actrice addition adresse adverbe
aéroport agave agence agenda agneau agrafe aide aigle aiguille aiguilleur ailette aimant aisance
ajonc album alcôve algèbre algorithme algue alinéa aller allumette allure alouette alpaga
alphabet alpiniste alto amande amarre ambiance ambulance améthyste amiral amitié ampleur ampoule
anagramme ananas ancre anecdote anémone aneth anorak antenne antilope antiquaire apiculteur
appareil appel appétit apprenti appui aquarelle aquarium aqueduc arbitre arbre arbuste arcade
archer archipel architecte ardoise argent argile argument armoire arôme arrivée arrosoir
artichaut article artisan artiste ascenseur aspect aspirateur assiette astrolabe astronaute
astuce athlète atlas atout aubépine auberge audace auditorium aurore autobus autocar automne
autruche avance avenir aventure avenue averse avion avocat avoine avril azalée azur badge
badminton bagage bagatelle baguette baignoire baladin balafon balai balance balançoire balcon
ballade bambou banc bandana banjo bannière banquise baobab barbecue baril barque barrette
barrière basalte bascule base basilic basket bassin bastion bateau batelier batterie beauté
beffroi beignet belette belvédère berceau berceuse béret berline berlingot betterave beurre
biathlon bibelot biche bicyclette bienvenue bijou bijoutier bilboquet billard billet biologie
biscotte biscuit bison bleu bleuet bloc blouse bobine bocal boîte bonbon bongo bonheur bonnet
bordure bosse bottine boucle bouclette bouclier bouée bougie bouilloire bouillon boulanger
bouleau boulevard boulon bouquet bouquetin bourdon bourg bourgeon boussole bouteille boutique
bowling bracelet branche brebis bretelle bretzel brevet bricolage brin brioche brique brise
brocanteur brocoli broderie bronze brouette brouillard bruine brume bruyère bûcheron buffle
buisson bulldozer bulle bulletin bungalow cabane cabas cabriolet cacahuète cacao cachet cachette
cactus cadenas cadran café cahier caillou caisse calcaire calcium calcul calculette calendrier
calepin câlin calisson calme caméléon camélia caméra camion camomille campagne camping canal
canapé canard canevas cannelle canoë cantate canyoning capitaine capitale capsule capuche
capucine carafe caramel caravane caravelle carbone cardamome caresse cargaison cargo caribou
carillon carmin carnaval carnet carotte carreau carrefour carrelage carrosse cartable carte
carton cascade cascadeur casque casquette casserole cassis castor catamaran cavalcade cavalier
caverne cèdre ceinture céleri cello cellule cercle céréale cerfeuil cerise certificat chaîne
châle chaleur chaloupe chalumeau chalutier chambre chamois champ champignon chance chandail
chandelle chanson chant chanteur chantier chantilly chapiteau chapitre char charade chariot
charnière charrette châtaigne chaton chaudron chaumière chaussée chaussette chausson chaussure
chemin cheminée chemise chêne chèque chercheur cheval chevalet chevalier cheville chevreuil
chevron chicorée chiffon chiffre chimie chimiste chocolat choix chorale chouette ciboulette
cigale cigogne cime cinéma circuit cirque ciseaux cithare citron citrouille clafoutis clairière
clairon clarinette classe classeur clavette clavier clef clématite clémentine clic climat
clinique clochette cloison clou clown cobalt cocarde coccinelle cocher cocotier codage coffre
coiffeur colibri colis colle collège collier colline colombe colonne colza comédien comète
comique compagnie compas compliment compote comptine comptoir concert concession condor
confiture conseil console consonne conteur continent convive convoi cookie copiste coque
coquelicot coquillage corail corbeau corbeille corde cordon cordonnier coriandre cornemuse
corniche cortège cosmos costume côte coteau coton cottage coucou couleur coulisse couloir coupe
couplet coupole courage courgette couronne course courtoisie couscous couture couturier
couvercle couverture crabe cratère crayon crème crémier crépuscule cresson criquet cristal
crochet crocodile crocus croisière croissance croissant croquette croquis crumble cube cueilleur
cuillère cuir cuisine cuisinier cuivre cumin curiosité curry cuvette cyan cycle cyclisme cygne
cylindre cymbale cyprès dahlia damier danse danseur danseuse datte dauphin début décalque
décathlon décembre décennie décimal décor décorateur découverte défi défilé degré deltaplane
démarche densité dentelle dentifrice dentiste départ dessert dessin détail détective détour
devinette devoir diabolo diadème diagramme dialogue diamant diapason dictée diligence dimanche
direction dirigeable discours disque distance divan diversité djembé docteur domaine domino
donjon doré dossier douceur douche dragée dragon drakkar drap drapeau dresseur dromadaire druide
duchesse dune duvet dynamo ébène ébéniste écarlate écart échalote échange écharpe échelle écho
éclair éclaireur éclat éclipse écluse école écolier écologie écorce écosystème écran écrevisse
écriture écrou écume écureuil écurie édifice éditeur effort égalité élastique électron élégance
élément éléphant élève élixir émail embellie emblème émeraude émeu émission emploi enclos
encrier endive énergie engrenage énigme énoncé enseigne ensemble entonnoir entracte entrain
entrée enveloppe envol épagneul éperon épicerie épicier épinard épingle éponge épopée époque
équateur équerre équilibre équinoxe équipe équitation érable escabeau escalade escalator escale
escalier escargot escorte escrime espadon espadrille espèce esplanade espoir esprit essai essor
estragon estuaire étagère étang étape étincelle étiquette étoffe étoile étourneau étrier étude
étui eucalyptus éventail excursion exemple exercice expérience exploit fabrique façade facette
faisan faîte falaise famille fanfare fanion fantaisie farandole farine faucon fauteuil fauvette
féerie fenêtre fennec fenouil ferme fermier festin festival fête feuille feuilleton feutre
février ficelle fiction figue filet film finale fiole fjord flair flamant flamme flânerie flèche
fleur fleuriste fleuve flocon flûte foire folklore fondue fontaine fonte football forain force
forgeron formule forteresse fortune fossile fougère foulard foule four fourchette fourgon fourmi
fournil fraction fraîcheur fraise framboise frein frêne fresque friandise frigo fromage fruit
fuchsia furet fuseau fusée fusible gaieté gain galaxie galerie galet galion galop gamme gant
garage garagiste gardien gare gaufre gazelle gazon geai gecko gelée générique genêt génie
genièvre géologue géométrie géranium geyser gingembre girafe girofle givre glacier glaïeul
glissade globe glycine gobelet goéland goélette golfe golfeur gondole gondolier gong gouache
goudron goût goutte gouvernail goyave graine grammaire grandeur granite graphique gratin
gratitude graveur gravure grêle grelot grenadine grenat grenier grenouille grillage grille
grillon grimace grimoire gris groseille grotte groupe guépard guérite guet guichet guide guidon
guimauve guinguette guirlande guitare gymnaste habit habitude haie hall halte haltère hamac
hamburger hamster handball hangar hanneton hareng harmonica harmonie harpe hasard hautbois
hélice hélium hémisphère herbe herbier hérisson hermine héron hêtre hibiscus hibou hirondelle
histoire hiver homard honneur horaire horizon horloge hortensia hôtel hôtesse houmous houx
huilerie huître humeur humus hutte hydravion hydrogène hypothèse ibis iceberg idée igloo iguane
îlot image impala imprimante imprimerie index indice indigo infusion initiale insigne instant
instinct intuition inventeur invention invitation isotope itinéraire ivoire jacinthe jade jaguar
janvier jardin jardinière jarre jasmin jetée jeton jeudi jeunesse joaillier jockey jogging joie
jonglage jongleur jonquille jouet journal journée jubilé judo juillet juin jumelle jungle jupe
kaki kangourou karaté kayak képi kermesse ketchup kilo kimono kiosque kiwi koala labyrinthe
lacet lacrosse lagon lagune lait laitue lama lampadaire lampe lampion lande langage langouste
lanterne lapin largeur lasagne laser laurier lavabo lavage lavande lave lavoir leçon lecture
légende lendemain lentille lettre levier lézard libellule liberté libraire lichen licorne lièvre
lilas limonade limousine limpidité linge lionceau liste litchi littoral livret locomotive loggia
logiciel logique logis loisir loquet loriot losange lotus loutre lucarne luciole lueur luge
lumière lundi lunette lustre lutin lutteur luzerne lycée lynx lyre macaron maçon magasin magenta
magicien magie magnétisme magnolia maillot maire maïs malice malle mallette mammouth mandarine
mandoline manège manette mangrove mangue manière manivelle manoir manteau manuel maquette
maracas maraîcher marais marathon marché marée marelle marguerite marin marinier marjolaine
marmite marmotte mascotte massepain matelas matinée mauve maxime mayonnaise mécanicien mécanique
mécano médaille médaillon médecin méduse mélèze mélisse mélodie mémoire menthe menu menuisier
mercredi méridien meringue merisier merle merveille mésange messager mesure métal météore
météorite métier métro métronome meuble meunier mezzanine micro microscope midi miel mikado
mimosa mine minibus minoterie minuit minute mirabelle mirage miroir mitaine mode module moineau
molécule moment monocle monocycle montagne montée monument mosaïque moteur motif moto mouchoir
mouette moufle mouflon moulin moulinet moussaka mousse moutarde mouvement muesli muffin muguet
mulot multitude muraille mûre murmure muscade musicien musique myosotis myrtille mystère nacelle
nageur nappe napperon narcisse narval natation nature navet navette navigateur navigation nectar
nectarine neige nénuphar neurone nichoir nickel niveau noblesse noeud noisette noix nord nougat
nouvelle novembre noyau noyer nuage nuance nuée nuit numérique oasis objet obstacle ocarina
océan ocre octave octobre odyssée oeillet oeuf oignon okapi olive olivier ombre omelette onde
onglet onyx opale opéra opticien option optique oral orange orangerie orbite orchestre orchidée
ordinateur ordre oreiller orfèvre orge origami origan orignal ornement orque ortie osier osselet
otarie ouest ouïe ourlet ours oursin outil oxygène ozone paella paillasson paille paillette
palette palissade palmier panache panais pancake panda panier panorama pantalon panthère
pantoufle paon papaye papillon paprika papyrus paquebot pâquerette parachute parade paragraphe
parallèle parapente parapluie parasol paravent parc parchemin parenthèse parfum parfumeur
parking parole parquet partage partenaire particule partition passerelle passoire pastel
pastèque pastille pâté patère patin patinage patinette patineur patinoire pâtissier pause pays
paysage paysan pêche pêcheur peintre pélican pelle peluche pendentif pendule péniche péninsule
pensée pente pépinière pépite perchoir perdrix pergola péripétie périple perron perroquet
perruche persil pervenche pétale pétanque peuple peuplier phalène phare pharmacien phoque photo
phrase pianiste piano pichet pièce pigeonnier pilier pilote piment pinceau pingouin pinson
pionnier pirogue pirouette piscine pissenlit pistache pivert pivoine pivot pixel pizza placard
plafond plage plaine plaisir plancher planète planeur plasma platane plateau plombier plongée
plongeon plongeur pluie plumeau plumier pluriel podcast podium poésie poignée pointe poireau
poisson poivre poivron pôle polenta politesse pollen polygone pomme pompier pompon poney pont
ponton porche porridge portail porte portière portion portrait position postface postier potage
poterie potiron pouce poulain poulie poupée pourpre poussette poussière poussin prairie praline
préau précision préface prénom présence primevère prince princesse printemps prisme prix prodige
professeur profil programme progrès projecteur projet promenade promesse proton proue proverbe
prune pruneau pudding puits pull puma pupitre purée puzzle pyjama pyramide quadrille quai
qualité quantité quartier quartz question quête quetzal quille quinoa quinzaine quiz quotient
raclette radar radeau radis rafale ragondin ragoût rainette raisin rallye ramoneur ranch
randonnée randonneur rang ravin ravioli rébus recette récif récipient récolte record récréation
recueil reflet refrain refuge regain régate région registre règle réglisse relais relief remise
remorque rempart renard rencontre renfort renne renoncule repas réponse reportage reporter
respect ressort restaurant réussite réveil rêverie revue rhinocéros rhubarbe rigole risotto
rivage rive rivière robe robinet robinier robot roche roman romance romancier romarin ronce rond
rondelle rosace roseau rosée rossignol rotation rotonde roulotte route royaume ruban rubis rugby
ruisseau rutabaga rythme sable sablier sabot sabotier sacoche safran saga sagesse saison salade
salamandre salon salopette salut samedi samoussa sandale sandwich sanglier santé saphir sardine
sarrasin satellite sauge saumon sauterelle sauvetage sauveteur savane saveur saxophone scarabée
sceau scénario scène schéma scie science scierie scooter sculpteur seconde secouriste secret
secrétaire semaine semelle semeur semis semoule sentier sépia septembre séquoia sérénade série
serpentin serrure serrurier serviette sésame short siècle sieste sifflet signal silence silex
sillon singulier sirène sirop skateboard skieur slalom snowboard socle soigneur soin soirée soja
soleil solfège solide solstice solution sommet sonate songe sonnerie sorbet sorbier soucoupe
soufflé souffleur souhait souplesse source sourire souris souvenir spaghetti spatule spectacle
sphère spirale sportif square stade stalactite station statue statuette steppe store stratégie
studio stylo succès sucre sucrier suite sujet sureau surf surface surfeur suricate surprise
survol sushi syllabe symbiose symbole symétrie sympathie symphonie système tableau tablette
taboulé tabouret tactique tailleur tajine talent talisman talus tamanoir tamarin tambour
tambourin tamis tandem tango tangram tapenade tapisserie tartelette tartine tasse tatou taupe
taxi teinte téléphone télescope télévision tempura tendresse tennis terrain terrasse terre
têtard théâtre théière théorème thym tiers tigre tilleul timbre tipi tiramisu tirelire tisane
tisonnier tisserand tissu toboggan tofu toise toit tomate tombola tonalité tonnerre topaze
torrent tortilla tortue toucan toundra toupie tourbillon tourelle tourisme tournesol tournevis
tourte trace tracteur traduction train traîneau trajet trampoline tramway trapèze trapéziste
trappeur travail traversin trèfle tremplin trépied trésor tresse tréteau triangle triathlon
tribune tricycle trimestre trio triomphe triton troène trombone trompette tronc tropique trot
troubadour troupeau trousse truelle truffe truite tuba tuile tulipe tunique tunnel turbine
turquoise tuyau ukulélé unisson unité univers usage usine ustensile vacances vague vaisseau
vaisselle valeur vallée vallon valse vanille vanneau varappe variété vecteur veillée vélin vélo
velours vendeur vendredi vent véranda verdure verger vermeil vermicelle vermillon vernis
verrière verrou versant verveine veste vestiaire vestibule vêtement viaduc vibraphone victoire
vigne vigneron vignoble vigueur viking villa village vinaigre violette violon violoniste virgule
visage visière visite vitamine vitesse vitrail vitre vitrine vivier vocation voeu voile voilier
voirie voisin voiture volant volcan volet volière volley voltige voltigeur volume voyage
voyageur voyelle wapiti xylophone yacht yaourt yoga yucca zèbre zénith zeppelin zigzag zinc
zoologue
`
  .trim()
  .split(/\s+/);
