"""Gossamer's engine: photographs and trimaps in, alpha mattes out. No Qt anywhere.

Rooms, from the bottom up:

errors, arrays, catalog   what can go wrong, what an array is, what the networks are called
trimap                    the codes 0/128/255, checks, bands, strokes and fills
imaging                   pictures in and out, foreground colours, compositing
metrics                   how far an alpha is from its target
networks                  teachers and students, one definition for each architecture
matting                   guides, inputs, tiles, the session, the library of weights
proposals                 trimaps to begin with: what stands out, and a band along its edge
data                      folders, composition, trimaps for training
distill                   what a student learns from its teacher
runs                      where runs lie, what they tell, how they are started and steered
training                  the run spec, the loop, checkpoints, the worker process
cli                       the command line
"""

__version__ = "0.1.0"
