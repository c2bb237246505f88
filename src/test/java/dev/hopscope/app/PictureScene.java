package dev.hopscope.app;

/** Brings the window to a state worth a picture and takes it. A new one is one class and one line in {@link GuidePictures#SCENES}. The thread of the maker of pictures. */
interface PictureScene {
    /** Leaves the window with its rows, nothing over them. */
    void take(Pictures pictures) throws Exception;
}
